package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteWriterTest {
  private final List<String> packets = new ArrayList<>();
  private final OutputStream wire =
      new OutputStream() {
        @Override
        public void write(int b) {
          packets.add(Character.toString(b));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
          packets.add(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
        }
      };

  @Test
  void aTurnLeavesInOnePiece() throws IOException {
    try (var writer = new ByteWriter(wire)) {
      writer.line("MAIL FROM:<a@example.com>");
      writer.line("DATA");
      writer.write(new byte[] {'x', 'y'});
      assertEquals(List.of(), packets);
      assertTrue(writer.anythingUnsent());
      writer.flush();
      assertFalse(writer.anythingUnsent());
    }
    assertEquals(List.of("MAIL FROM:<a@example.com>\r\nDATA\r\nxy"), packets);
  }

  @Test
  void whatDoesNotFitLeavesEarlierAndInOrder() throws IOException {
    try (var writer = new ByteWriter(wire, 4)) {
      writer.write('a');
      writer.write(new byte[] {'b', 'c', 'd', 'e', 'f'});
      writer.write(new byte[] {'g', 'h', 'i'});
      writer.write(new byte[] {'j'});
      writer.write('k');
      writer.write(new byte[] {'l', 'm', 'n'});
    }
    assertEquals("abcdefghijklmn", String.join("", packets));
    assertTrue(packets.stream().allMatch(p -> p.length() <= 5), () -> "" + packets);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb", "a\rb", "a\nb", "a\0b", "a\u001bb", "a\u007fb", "\n"})
  void aLineCannotHoldControlCharacters(String line) throws IOException {
    try (var writer = new ByteWriter(wire)) {
      var e = assertThrows(IllegalArgumentException.class, () -> writer.line(line));
      assertFalse(String.valueOf(e.getMessage()).contains("b"), "repeats what may be secret");
    }
    assertEquals(List.of(), packets);
  }

  /** U+560A cut to a byte is LF, U+560D is CR: CVE-2025-7962. */
  @ParameterizedTest
  @ValueSource(strings = {"caf\u00e9", "a\u560a", "a\u560d", "a\ud800"})
  void aLineIsAsciiUnlessSaidOtherwise(String line) throws IOException {
    try (var writer = new ByteWriter(wire)) {
      assertThrows(IllegalArgumentException.class, () -> writer.line(line));
    }
    assertEquals(List.of(), packets);
  }

  @Test
  void aLineMayBeInUtf8AndHoldTabs() throws IOException {
    try (var writer = new ByteWriter(wire)) {
      writer.line("a\té", StandardCharsets.UTF_8);
      assertThrows(
          IllegalArgumentException.class, () -> writer.line("\ud800", StandardCharsets.UTF_8));
    }
    assertEquals(List.of("a\t\u00c3\u00a9\r\n"), packets);
  }

  @Test
  void aPieceThatFailedIsNotSentAgain() throws IOException {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("reset");
          }
        };
    try (var writer = new ByteWriter(broken)) {
      writer.line("QUIT");
      assertThrows(IOException.class, writer::flush);
      assertFalse(writer.anythingUnsent());
    }
  }
}
