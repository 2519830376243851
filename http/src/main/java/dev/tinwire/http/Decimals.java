package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** {@code 1*DIGIT} as a long: no sign, no blank, no digits of other scripts. */
final class Decimals {
  /** So many digits are always within a long. */
  private static final int SURE = 18;

  private Decimals() {}

  /** The digits that stand next; at least one. */
  static String read(ValueReader in) throws Malformed {
    String digits = in.run(c -> c >= '0' && c <= '9');
    if (digits.isEmpty()) throw in.malformed("expected a number");
    return digits;
  }

  /** The number, if the text is digits alone, and few enough for any of them to fit into a long. */
  static OptionalLong number(String text) {
    // As bytes, and in one go: a look at each character by itself is four calls.
    byte[] digits = text.getBytes(StandardCharsets.US_ASCII);
    if (digits.length == 0 || digits.length > SURE) return OptionalLong.empty();
    long number = 0;
    for (byte digit : digits) {
      if (digit < '0' || digit > '9') return OptionalLong.empty();
      number = number * 10 + (digit - '0');
    }
    return OptionalLong.of(number);
  }

  /** The number, or the greatest long where it is beyond that. */
  static long saturating(String digits) {
    return exact(digits).orElse(Long.MAX_VALUE);
  }

  /** The number, if a long holds it. */
  static OptionalLong exact(String digits) {
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (number > (Long.MAX_VALUE - digit) / 10) return OptionalLong.empty();
      number = number * 10 + digit;
    }
    return OptionalLong.of(number);
  }
}
