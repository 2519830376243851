package dev.tinwire.httpserver;

import dev.tinwire.wire.Visible;

/** Text that any character may be in, made safe for HTML. */
final class Html {
  private Html() {}

  /**
   * As text or in a quoted attribute. What is no sign of HTML but would deceive the eye, such as a
   * line break or a mark that turns the reading direction, is shown as an escape.
   */
  static String of(String text) {
    return exactly(Visible.of(text));
  }

  /** The same characters, for the value of an attribute that comes back. */
  static String exactly(String text) {
    int i = 0;
    while (i < text.length() && "&<>\"'".indexOf(text.charAt(i)) < 0) i++;
    if (i == text.length()) return text; // nearly always
    var out = new StringBuilder(text.length() + 16).append(text, 0, i);
    for (; i < text.length(); i++) escape(text.charAt(i), out);
    return out.toString();
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.append(c);
    }
  }
}
