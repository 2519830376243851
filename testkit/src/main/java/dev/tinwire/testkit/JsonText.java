package dev.tinwire.testkit;

/**
 * Strings of JSON (RFC 8259 §7), written and read: as much of it as a {@link WebDriver} needs. The
 * module that knows JSON stands above this one.
 */
final class JsonText {
  private JsonText() {}

  static String quoted(String text) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') out.append('\\').append(c);
      else if (c < ' ') out.append("\\u%04x".formatted((int) c));
      else out.append(c);
    }
    return out.append('"').toString();
  }

  /** What such a string says. */
  static String unquoted(String json) {
    if (!json.matches("(?s)\".*\"")) throw new AssertionError("no JSON string: " + json);
    var out = new StringBuilder();
    for (int i = 1; i < json.length() - 1; i++) {
      char c = json.charAt(i);
      if (c != '\\') {
        out.append(c);
      } else if (json.charAt(++i) == 'u') {
        out.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        out.append(escaped(json.charAt(i)));
      }
    }
    return out.toString();
  }

  private static char escaped(char letter) {
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> letter;
    };
  }
}
