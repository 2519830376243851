package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.TooLong;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Style;
import java.util.Optional;

/** JSON for eyes: indented and coloured. Pure; what is no JSON stays as it is. */
final class JsonPaint {
  private JsonPaint() {}

  static Optional<String> of(String text, Screen screen) {
    try {
      return Optional.of(paint(Json.parse(text).pretty(), screen));
    } catch (Malformed | TooLong _) {
      return Optional.empty();
    }
  }

  /** The pretty print has one member or item a line, so that a line begins with its name. */
  private static String paint(String pretty, Screen screen) {
    if (!screen.colour()) return pretty + "\n";
    var out = new StringBuilder(pretty.length() * 2);
    for (int i = 0; i < pretty.length(); ) {
      char c = pretty.charAt(i);
      int end = c == '"' ? string(pretty, i) : word(pretty, i);
      if (end == i) {
        out.append(c);
        i++;
      } else {
        boolean name = c == '"' && end < pretty.length() && pretty.charAt(end) == ':';
        out.append(screen.paint(style(c, name), pretty.substring(i, end)));
        i = end;
      }
    }
    return out.append('\n').toString();
  }

  private static Style style(char first, boolean name) {
    if (name) return Style.ACCENT;
    return first == '"' ? Style.GOOD : Style.WARN;
  }

  private static int string(String text, int from) {
    int i = from + 1;
    while (text.charAt(i) != '"') i += text.charAt(i) == '\\' ? 2 : 1;
    return i + 1;
  }

  private static int word(String text, int from) {
    int i = from;
    while (i < text.length() && "{}[]:, \n\"".indexOf(text.charAt(i)) < 0) i++;
    return i;
  }
}
