package dev.tinwire.wire.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is known about the place a stream is shown at. Decided once, at the start; everything that
 * draws asks this value and nothing else.
 *
 * @param live a terminal whose lines can be redrawn; false for a file, a pipe and TERM=dumb
 * @param columns how wide it is
 * @param colour whether to write colour sequences
 * @param unicode whether it shows more than ASCII
 */
public record Screen(boolean live, int columns, boolean colour, boolean unicode) {
  /** A file or a pipe: plain lines of ASCII. */
  public static final Screen PLAIN = new Screen(false, 80, false, false);

  private static final int USUAL_COLUMNS = 80;
  private static final int FEWEST_COLUMNS = 20;
  private static final int MOST_COLUMNS = 1000;

  /** What follows from the facts: whether it is a terminal, the environment, the user's choice. */
  public static Screen decide(
      boolean terminal, Map<String, String> environment, ColorChoice choice) {
    boolean live = terminal && !environment.getOrDefault("TERM", "").equals("dumb");
    boolean colour = choice.coloured(terminal, environment);
    return new Screen(live, columns(environment), colour, unicode(environment));
  }

  /** The same screen, this wide. */
  public Screen withColumns(int columns) {
    return new Screen(live, within(columns), colour, unicode);
  }

  /** The text in a style, or just the text. The text must be safe already ({@code Visible}). */
  public String paint(Style style, String text) {
    return colour && !text.isEmpty() ? style.on(text) : text;
  }

  /** What stands for a part left out. */
  String ellipsis() {
    return unicode ? "…" : "...";
  }

  private static int columns(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{0,4}") ? within(Integer.parseInt(columns)) : USUAL_COLUMNS;
  }

  private static int within(int columns) {
    return Math.clamp(columns, FEWEST_COLUMNS, MOST_COLUMNS);
  }

  /** POSIX.1 §8.2: the first of the three that is set and not empty decides. */
  private static boolean unicode(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> value.toUpperCase(Locale.ROOT))
        .filter(value -> value.contains("UTF-8") || value.contains("UTF8"))
        .isPresent();
  }
}
