package dev.tinwire.wire.command;

import dev.tinwire.wire.Malformed;

/**
 * What a text on a command line means: a value, or a {@link Malformed} that knows the place of the
 * fault. The {@code parse} methods of our value types are grammars as they stand: {@code
 * Durations::parse}.
 */
@FunctionalInterface
public interface Grammar<T> {
  /** Any text is right. */
  Grammar<String> TEXT = text -> text;

  T parse(String text) throws Malformed;

  /** A whole number within bounds. */
  static Grammar<Integer> number(int least, int greatest) {
    String expected = "write a whole number from " + least + " to " + greatest;
    return text -> {
      try {
        int number = Integer.parseInt(text);
        if (number >= least && number <= greatest) return number;
      } catch (NumberFormatException _) {
        // Said below, in words for the user.
      }
      throw new Malformed("number", text, 0, expected);
    };
  }
}
