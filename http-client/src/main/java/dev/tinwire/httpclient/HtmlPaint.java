package dev.tinwire.httpclient;

import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Style;
import java.util.List;

/** The source of a page for eyes: tags, values and comments coloured. Pure, and no parser. */
final class HtmlPaint {
  private HtmlPaint() {}

  private static final List<String> CODE = List.of("script", "style", "textarea", "title");

  /** Takes text that is safe already. */
  static String of(String text, Screen screen) {
    if (!screen.colour()) return text;
    var out = new StringBuilder(text.length() * 2);
    int i = 0;
    while (i < text.length()) {
      int tag = text.indexOf('<', i);
      if (tag < 0) tag = text.length();
      out.append(text, i, tag);
      i = tag;
      if (i < text.length()) {
        int end = end(text, i);
        boolean comment = text.startsWith("<!", i);
        String piece = text.substring(i, end);
        lines(out, piece, comment ? Style.DIM : Style.ACCENT, screen);
        i = end;
        int code = codeEnd(text, piece, end);
        out.append(text, i, code);
        i = code;
      }
    }
    return out.toString();
  }

  /** Where what is no HTML ends that begins behind this tag: a script may hold any signs. */
  private static int codeEnd(String text, String tag, int from) {
    for (String name : CODE) {
      boolean begins =
          tag.regionMatches(true, 1, name, 0, name.length())
              && " \t\n\r/>".indexOf(tag.charAt(Math.min(name.length() + 1, tag.length() - 1)))
                  >= 0;
      if (!begins) continue;
      for (int i = from; i < text.length(); i++) {
        boolean end =
            text.startsWith("</", i) && text.regionMatches(true, i + 2, name, 0, name.length());
        if (end) return i;
      }
      return text.length();
    }
    return from;
  }

  private static int end(String text, int tag) {
    boolean comment = text.startsWith("<!--", tag);
    int end = comment ? text.indexOf("-->", tag) : text.indexOf('>', tag);
    if (end < 0) return text.length();
    return end + (comment ? 3 : 1);
  }

  /** A colour ends with its line, so that a pager can begin anywhere. */
  private static void lines(StringBuilder out, String piece, Style style, Screen screen) {
    int from = 0;
    for (int lf = piece.indexOf('\n'); lf >= 0; lf = piece.indexOf('\n', from)) {
      out.append(screen.paint(style, piece.substring(from, lf))).append('\n');
      from = lf + 1;
    }
    out.append(screen.paint(style, piece.substring(from)));
  }
}
