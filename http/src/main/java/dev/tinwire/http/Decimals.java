package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.util.OptionalLong;

/** {@code 1*DIGIT} as a long: no sign, no blank, no digits of other scripts. */
final class Decimals {
  private Decimals() {}

  /** The digits that stand next; at least one. */
  static String read(ValueReader in) throws Malformed {
    String digits = in.run(c -> c >= '0' && c <= '9');
    if (digits.isEmpty()) throw in.malformed("expected a number");
    return digits;
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
