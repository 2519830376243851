package dev.tinwire.http;

import java.nio.charset.StandardCharsets;

/**
 * Which octet may stand where, as one table: the character classes of RFC 9110 and RFC 3986 that
 * heads are made of ({@link Tokens} has {@code tchar}). A lookup for each octet, so that a head
 * costs one pass.
 */
final class Octet {
  /** {@code field-vchar}, SP and HTAB: what field values are made of (RFC 9110 §5.5). */
  static final int FIELD = 1;

  /** {@code unreserved / sub-delims}: what names of hosts are made of (RFC 3986 §3.2.2). */
  static final int REG_NAME = 2;

  /** {@code pchar} and {@code /}, the percent sign aside (RFC 3986 §3.3). */
  static final int PATH = 4;

  /** The same and what {@link Leniency#UNESCAPED_TARGET} adds to it. */
  static final int LENIENT_PATH = 8;

  /** {@code pchar}, {@code /} and {@code ?}, the percent sign aside (RFC 3986 §3.4). */
  static final int QUERY = 16;

  /** The same and what {@link Leniency#UNESCAPED_TARGET} adds to it. */
  static final int LENIENT_QUERY = 32;

  private static final String ALPHANUMERIC =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String SUB_DELIMS = "!$&'()*+,;=";

  private static final byte[] CLASSES = new byte[256];

  static {
    mark(REG_NAME, ALPHANUMERIC + "-._~" + SUB_DELIMS);
    mark(PATH | LENIENT_PATH | QUERY | LENIENT_QUERY, ALPHANUMERIC + "-._~" + SUB_DELIMS + ":@/");
    mark(QUERY | LENIENT_QUERY, "?");
    mark(LENIENT_PATH | LENIENT_QUERY, "[]{}|^`");
    mark(LENIENT_QUERY, "\\");
    mark(FIELD, "\t");
    for (int c = 0x20; c < 0x100; c++) if (c != 0x7f) CLASSES[c] |= (byte) FIELD;
  }

  private Octet() {}

  private static void mark(int classes, String characters) {
    for (char c : characters.toCharArray()) CLASSES[c] |= (byte) classes;
  }

  /** Whether a character is in one of the classes; none beyond U+00FF is in any. */
  static boolean is(int classes, char c) {
    return c < 0x100 && (CLASSES[c] & classes) != 0;
  }

  /** Where the first character outside the classes stands, {@code to} if there is none. */
  static int firstOutside(int classes, String text, int from, int to) {
    int i = from;
    while (i < to && is(classes, text.charAt(i))) i++;
    return i;
  }

  /**
   * The same where {@code %} and two hexadecimal digits may stand for any octet (RFC 3986 §2.1).
   */
  static int firstOutsidePercent(int classes, String text, int from, int to) {
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (is(classes, c)) i++;
      else if (c == '%' && i + 2 < to && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2))) {
        i += 3;
      } else return i;
    }
    return i;
  }

  /** Whether all of a text is in the classes, or a percent sign and two such digits. */
  static boolean isEncoded(int classes, String text) {
    // As bytes, since nearly all of them are themselves; what is beyond ASCII is looked at below.
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b < 0 || (CLASSES[b] & classes) == 0) {
        return firstOutsidePercent(classes, text, 0, text.length()) == text.length();
      }
    }
    return true;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isHex(char c) {
    return hex(c) >= 0;
  }

  /** What a hexadecimal digit is worth, -1 if it is none. Not Unicode's many other digits. */
  static int hex(char c) {
    if (isDigit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** A piece of text without the SP and HTAB around it, OWS that is (RFC 9110 §5.6.3). */
  static String withoutBlanks(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(text.charAt(start))) start++;
    while (end > start && isBlank(text.charAt(end - 1))) end--;
    return text.substring(start, end);
  }
}
