package dev.tinwire.testkit;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** What a line of output is to be. Prints as it is written in a {@link ConsoleTranscript}. */
sealed interface ConsoleLine {

  /** This line; control characters are shown as {@code \x1b}, and so they are written. */
  record Same(String shown) implements ConsoleLine {
    @Override
    public String toString() {
      return shown.isEmpty() || "$<|!=~#".indexOf(shown.charAt(0)) >= 0 || shown.equals("...")
          ? "| " + shown
          : shown;
    }
  }

  /** A line that matches. */
  record Like(Pattern pattern) implements ConsoleLine {
    @Override
    public String toString() {
      return "~ " + pattern;
    }
  }

  /** Any number of any lines. */
  record Any() implements ConsoleLine {
    @Override
    public String toString() {
      return "...";
    }
  }

  /** The demand for exactly this line of output. */
  static ConsoleLine same(String line) {
    return new Same(show(line));
  }

  /** A line of output with its control characters visible. */
  private static String show(String line) {
    var out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\') out.append("\\\\");
      else if (Character.isISOControl(c))
        out.append("\\x").append(HexFormat.of().toHexDigits((byte) c));
      else out.append(c);
    }
    return out.toString();
  }

  static ConsoleLine parse(String text) {
    if (text.equals("...")) return new Any();
    if (text.startsWith("~ ")) return new Like(Pattern.compile(text.substring(2)));
    if (text.equals("|")) return new Same("");
    return new Same(text.startsWith("| ") ? text.substring(2) : text);
  }

  /** Whether the lines of output are what is demanded. */
  static boolean match(List<ConsoleLine> demands, List<String> lines) {
    if (demands.isEmpty()) return lines.isEmpty();
    List<ConsoleLine> rest = demands.subList(1, demands.size());
    return switch (demands.getFirst()) {
      case Any _ -> {
        for (int from = 0; from <= lines.size(); from++) {
          if (match(rest, lines.subList(from, lines.size()))) yield true;
        }
        yield false;
      }
      case Same same ->
          !lines.isEmpty() && show(lines.getFirst()).equals(same.shown) && tail(rest, lines);
      case Like like ->
          !lines.isEmpty() && like.pattern.matcher(lines.getFirst()).matches() && tail(rest, lines);
    };
  }

  private static boolean tail(List<ConsoleLine> demands, List<String> lines) {
    return match(demands, lines.subList(1, lines.size()));
  }
}
