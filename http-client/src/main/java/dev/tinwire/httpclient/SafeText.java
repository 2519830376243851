package dev.tinwire.httpclient;

import dev.tinwire.wire.Visible;

/**
 * A text of several lines made safe for a terminal: lines and tabs stay, everything that could move
 * a cursor, set a title or turn the reading direction becomes an escape.
 */
final class SafeText {
  private SafeText() {}

  static String of(String text) {
    int i = firstToLookAt(text, 0);
    if (i == text.length()) return text;
    var out = new StringBuilder(text.length() + 16).append(text, 0, i);
    while (i < text.length()) {
      int point = text.codePointAt(i);
      int next = i + Character.charCount(point);
      boolean endOfLine = point == '\r' && next < text.length() && text.charAt(next) == '\n';
      // Visible escapes the backslash too, so that escapes are told from text; here text is text.
      if (!endOfLine) out.append(Visible.of(text.substring(i, next)));
      int end = firstToLookAt(text, next);
      out.append(text, next, end);
      i = end;
    }
    return out.toString();
  }

  private static int firstToLookAt(String text, int from) {
    int i = from;
    while (i < text.length() && plain(text.charAt(i))) i++;
    return i;
  }

  private static boolean plain(char c) {
    return (c >= ' ' && c < 0x7f) || c == '\n' || c == '\t';
  }
}
