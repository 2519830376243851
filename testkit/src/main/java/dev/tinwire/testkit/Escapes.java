package dev.tinwire.testkit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Bytes as printable ASCII: {@code \r \n \t \0 \\ \xHH}. On the plain side one character stands for
 * one byte.
 */
final class Escapes {
  private Escapes() {}

  /** UTF-8, one character for each byte. */
  static String bytesOf(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** The other way: characters of bytes that are UTF-8. */
  static String textOf(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  static String escape(String bytes) {
    var out = new StringBuilder(bytes.length() + 8);
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\r' -> out.append("\\r");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (c >= ' ' && c < 0x7f) out.append(c);
          else out.append("\\x").append(HexFormat.of().toHexDigits((byte) c));
        }
      }
    }
    return out.toString();
  }

  /** Bytes of a text with escapes; characters above ASCII become UTF-8. */
  static String unescape(String text) {
    String bytes = bytesOf(text);
    var out = new StringBuilder(bytes.length());
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      if (++i == bytes.length()) throw new IllegalArgumentException("a backslash at the end");
      switch (bytes.charAt(i)) {
        case '\\' -> out.append('\\');
        case 'r' -> out.append('\r');
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case '0' -> out.append('\0');
        case 'x' -> {
          out.append((char) hex(bytes, i + 1));
          i += 2;
        }
        default -> throw new IllegalArgumentException("unknown escape \\" + bytes.charAt(i));
      }
    }
    return out.toString();
  }

  private static int hex(String text, int at) {
    if (at + 2 > text.length()) throw new IllegalArgumentException("\\x wants two hex digits");
    return HexFormat.fromHexDigits(text, at, at + 2);
  }
}
