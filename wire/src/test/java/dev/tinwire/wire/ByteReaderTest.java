package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Dripping;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteReaderTest {
  private static ByteReader over(String bytes) {
    return new ByteReader(stream(bytes));
  }

  private static InputStream stream(String bytes) {
    return new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest(name = "[{0}] with limit 4")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          # on the wire     | line, or what is wrong with it
          "\\r\\n"          | ""
          abc\\r\\n         | abc
          abcd\\r\\n        | abcd
          abcde\\r\\n       | line is longer than 4 bytes
          abcd\\re\\n       | line is longer than 4 bytes
          abcd\\n           | bad line "abcd": ends with a bare LF instead of CR LF
          abc\\n            | bad line "abc": ends with a bare LF instead of CR LF
          "\\n"             | bad line "": ends with a bare LF instead of CR LF
          a\\rb\\r\\n       | bad line "a\\rb\\r": has a bare CR inside
          ab\\r\\r\\n       | bad line "ab\\r\\r": has a bare CR inside
          "\\r\\r\\r\\n"    | bad line "\\r\\r\\r": has a bare CR inside
          \u00e9\\r\\n      | \u00e9
          ""                | connection closed before the line
          abc               | connection closed inside the line
          abc\\r            | connection closed inside the line
          abcde             | line is longer than 4 bytes
          """)
  void aLineEndsWithCrLfAndHasALimit(String wire, String expected) throws IOException {
    String bytes = wire.replace("\\r", "\r").replace("\\n", "\n");
    for (int capacity : new int[] {1, 2, 3, 5, 8192}) {
      assertEquals(expected, outcome(new ByteReader(stream(bytes), capacity)));
      assertEquals(
          expected,
          outcome(
              new ByteReader(
                  Dripping.of(bytes.getBytes(StandardCharsets.ISO_8859_1), 1), capacity)));
    }
  }

  private static String outcome(ByteReader reader) throws IOException {
    try {
      return reader.line("line", 4);
    } catch (WireException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void linesLongerThanTheBufferAreReadWhole() throws IOException {
    String line = "x".repeat(10_000);
    var reader = new ByteReader(stream(line + "\r\n" + line + "\r\nend\r\n"), 16);
    assertEquals(line, reader.line("line", 10_000));
    assertEquals(line, reader.line("line", 10_000));
    assertEquals("end", reader.line("line", 3));
    assertTrue(reader.atEnd());
  }

  @Test
  void anEndlessLineIsGivenUpAtTheLimit() {
    var endless =
        new InputStream() {
          private long given;

          @Override
          public int read() {
            given++;
            return 'x';
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            Arrays.fill(into, offset, offset + length, (byte) 'x');
            given += length;
            return length;
          }
        };
    var reader = new ByteReader(endless, 16);
    assertThrows(TooLong.class, () -> reader.line("line", 1000));
    assertTrue(endless.given <= 2 * 1024, () -> "read " + endless.given + " bytes");
  }

  @ParameterizedTest(name = "by a buffer of {0}")
  @ValueSource(ints = {1, 2, 4, 100})
  void linesAndLengthsFollowEachOther(int capacity) throws IOException {
    var reader = new ByteReader(stream("5\r\nhello\r\nxxxrest"), capacity);
    assertEquals("5", reader.line("size", 8));
    assertArrayEquals("hello".getBytes(StandardCharsets.US_ASCII), reader.exactly("chunk", 5));
    assertEquals("", reader.line("end of chunk", 0));
    reader.skip("padding", 3);
    assertEquals("rest", new String(reader.exactly("rest", 4), StandardCharsets.US_ASCII));
    assertTrue(reader.atEnd());
    assertArrayEquals(new byte[0], reader.exactly("nothing", 0));
    reader.skip("nothing", 0);
  }

  @Test
  void anEndInsideALengthSaysHowFarItCame() {
    var cut = assertThrows(EndOfStream.class, () -> over("hello").exactly("body", 9));
    assertEquals("connection closed after 5 of 9 bytes of the body", cut.getMessage());
    var skipped = assertThrows(EndOfStream.class, () -> over("hello").skip("body", 9));
    assertEquals("connection closed after 5 of 9 bytes of the body", skipped.getMessage());
  }

  @Test
  void largeReadsTakeWhatIsHereFirstAndNoMore() throws IOException {
    var reader = new ByteReader(stream("a\r\n0123456789"), 8);
    assertEquals("a", reader.line("line", 1));
    byte[] into = new byte[100];
    assertEquals(5, reader.read(into, 0, 100));
    assertEquals(5, reader.read(into, 5, 95));
    assertEquals("0123456789", new String(into, 0, 10, StandardCharsets.US_ASCII));
    assertEquals(-1, reader.read(into, 0, 100));
    assertEquals(0, reader.read(into, 0, 0));
  }

  @Test
  void whatWasReadAheadIsSeen() throws IOException {
    var reader = over("220 go ahead\r\n250 injected\r\n");
    assertEquals("220 go ahead", reader.line("reply", 100));
    assertTrue(reader.anythingBuffered());
    assertTrue(reader.anythingUnread());
    assertEquals("250 injected", reader.line("reply", 100));
    assertFalse(reader.anythingUnread());
  }

  @Test
  void whatIsStillInTheStreamIsSeenToo() throws IOException {
    var reader = new ByteReader(stream("a\r\nb"), 3);
    assertEquals("a", reader.line("line", 1));
    assertFalse(reader.anythingBuffered());
    assertTrue(reader.anythingUnread());
  }

  @Test
  void theEndIsFoundWithoutLosingAByte() throws IOException {
    var reader = over("x");
    assertFalse(reader.atEnd());
    assertArrayEquals(new byte[] {'x'}, reader.exactly("byte", 1));
    assertTrue(reader.atEnd());
  }

  @Test
  void aReaderNeedsABuffer() {
    assertThrows(IllegalArgumentException.class, () -> new ByteReader(stream(""), 0));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBufferGetsWhatWasReadAheadFirst(boolean channel) throws IOException {
    InputStream in = stream("a\r\n0123456789");
    var reader = new ByteReader(in, channel ? Channels.newChannel(in) : null, 5);
    assertEquals("a", reader.line("line", 9));
    var into = ByteBuffer.allocate(20);
    while (reader.read(into) >= 0) assertTrue(into.position() <= 10);
    assertEquals(
        "0123456789", new String(into.array(), 0, into.position(), StandardCharsets.US_ASCII));
  }
}
