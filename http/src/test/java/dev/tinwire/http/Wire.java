package dev.tinwire.http;

import dev.tinwire.wire.ByteReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Bytes as tests write them: one character for each octet. */
final class Wire {
  private Wire() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static ByteReader reader(String text) {
    return reader(bytes(text));
  }

  /** With a small buffer, so that lines and bodies cross its end. */
  static ByteReader reader(byte[] bytes) {
    return new ByteReader(new ByteArrayInputStream(bytes), 16);
  }

  /** A cell of a table, where control characters stand as {@code \r \n \t \0}. */
  static String unescape(String cell) {
    return cell.replace("\\0", "\0").translateEscapes();
  }

  /** The lines of a text block, each ended by CR LF. */
  static String crlf(String block) {
    return block.replace("\n", "\r\n");
  }
}
