package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BodyOutputTest {
  private final ByteArrayOutputStream wire = new ByteArrayOutputStream();

  private String sent() {
    return Wire.text(wire.toByteArray());
  }

  @Test
  void smallWritesShareAChunkAndAFlushEndsIt() throws IOException {
    try (var out = BodyOutput.chunked(wire)) {
      out.write(Wire.bytes("he"));
      out.write('l');
      assertEquals("", sent());
      out.flush();
      assertEquals("3\r\nhel\r\n", sent());
      out.flush();
      out.write(new byte[0]);
      out.write(Wire.bytes("lo"));
      out.finish();
      assertEquals("3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n", sent());
    }
  }

  @Test
  void largeWritesAreChunksOfTheirOwn() throws IOException {
    try (var out = BodyOutput.chunked(wire)) {
      out.write('a');
      out.write(Wire.bytes("b".repeat(10_000)));
      out.finish();
    }
    assertEquals("1\r\na\r\n2710\r\n" + "b".repeat(10_000) + "\r\n0\r\n\r\n", sent());
  }

  @Test
  void aChunkedBodyBrokenOffNeverLooksWhole() throws IOException {
    try (var out = BodyOutput.chunked(wire)) {
      out.write('a');
      out.flush();
    }
    assertEquals("1\r\na\r\n", sent());
  }

  @Test
  void nothingIsWrittenBehindTheEnd() throws IOException {
    try (var out = BodyOutput.chunked(wire)) {
      out.finish();
      assertThrows(IllegalStateException.class, () -> out.write('a'));
      assertThrows(IllegalStateException.class, out::finish);
      out.flush();
    }
    assertEquals("0\r\n\r\n", sent());
  }

  @Test
  void aLengthIsAPromise() throws IOException {
    try (var out = BodyOutput.ofLength(wire, 5)) {
      out.write(Wire.bytes("hell"));
      var less = assertThrows(IOException.class, out::finish);
      assertEquals(
          "1 of 5 bytes promised are missing, such as of a file cut short", less.getMessage());
      assertThrows(IOException.class, () -> out.write(Wire.bytes("o!")));
      out.write('o');
      out.finish();
    }
    assertEquals("hello", sent());
  }

  @Property
  void whatIsWrittenInChunksIsReadBack(
      @ForAll List<@Size(max = 100) byte[]> parts, @ForAll @IntRange(min = 1, max = 4) int flushes)
      throws IOException {
    var chunks = new ByteArrayOutputStream();
    var plain = new ByteArrayOutputStream();
    try (var out = BodyOutput.chunked(chunks)) {
      for (int i = 0; i < parts.size(); i++) {
        out.write(parts.get(i));
        plain.write(parts.get(i));
        if (i % flushes == 0) out.flush();
      }
      out.finish();
    }
    Body body = Body.of(new Framing.Chunked(), Wire.reader(chunks.toByteArray()), Limits.SERVER);
    assertEquals(Wire.text(plain.toByteArray()), Wire.text(body.readAllBytes()));
  }
}
