package dev.tinwire.wire;

/**
 * Text from the wire made safe for a terminal or a log: control characters (C0, DEL, C1), line and
 * direction marks and lone surrogates become escapes one can read, so nothing that came from a peer
 * can move a cursor, set a title or fake a line.
 */
public final class Visible {
  private Visible() {}

  /** The whole text, escaped. */
  public static String of(String text) {
    int i = 0;
    while (i < text.length() && harmless(text.charAt(i))) i++;
    if (i == text.length()) return text; // nearly always
    var out = new StringBuilder(text.length() + 16).append(text, 0, i);
    while (i < text.length()) {
      int point = text.codePointAt(i);
      append(out, point);
      i += Character.charCount(point);
    }
    return out.toString();
  }

  /**
   * At most {@code limit} characters of it, escaped, with an ellipsis where something was left out.
   */
  public static String cut(String text, int limit) {
    return text.length() <= limit ? of(text) : of(text.substring(0, limit)) + "…";
  }

  private static boolean harmless(char c) {
    return c >= ' ' && c < 0x7f && c != '\\';
  }

  private static void append(StringBuilder out, int point) {
    switch (point) {
      case '\\' -> out.append("\\\\");
      case '\r' -> out.append("\\r");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      default -> {
        if (point < 0x100 && Character.isISOControl(point)) {
          out.append(String.format("\\x%02x", point));
        } else if (hides(point)) {
          out.append(String.format("\\u{%x}", point));
        } else {
          out.appendCodePoint(point);
        }
      }
    }
  }

  /** Characters that have no glyph of their own but change how their neighbours look. */
  private static boolean hides(int point) {
    return switch (Character.getType(point)) {
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
