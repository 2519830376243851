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
    String visible = Visible.of(text);
    int i = 0;
    while (i < visible.length() && "&<>\"'".indexOf(visible.charAt(i)) < 0) i++;
    if (i == visible.length()) return visible; // nearly always
    var out = new StringBuilder(visible.length() + 16).append(visible, 0, i);
    for (; i < visible.length(); i++) escape(visible.charAt(i), out);
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
