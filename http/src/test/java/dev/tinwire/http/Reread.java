package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;

/** What every fuzz target of a field value asserts. */
final class Reread {
  private Reread() {}

  /** A parser of one grammar. */
  @FunctionalInterface
  interface Parser<T> {
    T parse(String text) throws Malformed;
  }

  /** The bytes as the wire's text: a character for each. */
  static String text(byte[] input) {
    return new String(input, StandardCharsets.ISO_8859_1);
  }

  /** The text is refused with a place inside it, or is a value that comes back from its print. */
  static <T> void check(String text, Parser<T> parser) {
    T value;
    try {
      value = parser.parse(text);
    } catch (Malformed refused) {
      refused.caret(); // fails where the place is outside the text
      return;
    }
    same(value, value.toString(), parser);
  }

  /** What is printed is one line of field-vchar and blanks (RFC 9110 §5.5), and reads the same. */
  static <T> void same(T value, String printed, Parser<T> parser) {
    if (!QuotedString.holds(printed)) throw new AssertionError("not for a field: " + printed);
    try {
      T again = parser.parse(printed);
      if (!again.equals(value)) throw new AssertionError(value + " comes back as " + again);
    } catch (Malformed e) {
      throw new AssertionError("prints what it cannot read: " + printed, e);
    }
  }
}
