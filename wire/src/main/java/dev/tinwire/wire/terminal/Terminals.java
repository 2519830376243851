package dev.tinwire.wire.terminal;

/**
 * Which of the three standard streams are terminals.
 *
 * <p>The JVM cannot be asked about one stream alone, so the launcher, a shell script for which
 * {@code test -t} is free, says it in a property: the digits of the descriptors that are terminals.
 */
public record Terminals(boolean in, boolean out, boolean err) {
  /** The property the launcher sets: {@code -Dtinwire.terminals=02}. */
  public static final String PROPERTY = "tinwire.terminals";

  /** As in a pipe between files. */
  public static final Terminals NONE = new Terminals(false, false, false);

  /** What the launcher said about this process; without it, all or none as the console says. */
  public static Terminals ofProcess() {
    String told = System.getProperty(PROPERTY);
    return told != null ? parse(told) : all(isConsole());
  }

  static Terminals parse(String digits) {
    return new Terminals(digits.contains("0"), digits.contains("1"), digits.contains("2"));
  }

  private static Terminals all(boolean terminal) {
    return new Terminals(terminal, terminal, terminal);
  }

  // JDK 25 went back to the console of java.base, which is null where there is none (JDK-8351435).
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isConsole() {
    var console = System.console();
    return console != null && console.isTerminal();
  }
}
