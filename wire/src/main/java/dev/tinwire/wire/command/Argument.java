package dev.tinwire.wire.command;

/** What stands on a command line without an option's name before it. */
public record Argument<T>(String label, Grammar<T> grammar, String help, int least, int most)
    implements Parameter<T> {
  /** Exactly one. */
  public static <T> Argument<T> one(String label, Grammar<T> grammar, String help) {
    return new Argument<>(label, grammar, help, 1, 1);
  }

  /** One or none. */
  public static <T> Argument<T> optional(String label, Grammar<T> grammar, String help) {
    return new Argument<>(label, grammar, help, 0, 1);
  }

  /** So many or more; only the last argument of a command may be of this kind. */
  public static <T> Argument<T> many(String label, Grammar<T> grammar, String help, int least) {
    return new Argument<>(label, grammar, help, least, Integer.MAX_VALUE);
  }

  @Override
  public String name() {
    return label;
  }

  /** As a usage line writes it: {@code URL}, {@code [URL]}, {@code URL...}. */
  String synopsis() {
    String shown = most > 1 ? label + "..." : label;
    return least == 0 ? "[" + shown + "]" : shown;
  }
}
