package dev.tinwire.wire;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * The number at the front of a quantity: {@code 1*DIGIT [ "." 1*DIGIT ]}, ASCII digits only, no
 * sign, no exponent.
 *
 * <p>Quantities are in whole numbers as far as they go. The class {@code BigDecimal} alone, with
 * the tables it makes when it is loaded, costs 20 ms of a start (JDK 25).
 *
 * @param end offset of the first character after it
 */
record Decimal(String digits, int end) {
  /** More would be a slip of the hand; and it bounds the arithmetic. */
  static final int MAX_DIGITS = 40;

  /** So many are below 2^63, whatever they are. */
  private static final int FIT = 18;

  static Decimal scan(String what, String text, int from) throws Malformed {
    int end = digits(what, text, from);
    if (end < text.length() && text.charAt(end) == '.') end = digits(what, text, end + 1);
    if (end - from > MAX_DIGITS) throw new Malformed(what, text, from, "has too many digits");
    return new Decimal(text.substring(from, end), end);
  }

  private static int digits(String what, String text, int from) throws Malformed {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) end++;
    if (end == from) throw new Malformed(what, text, from, "expected a digit here");
    return end;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether it was written with digits after the point. */
  boolean isFraction() {
    return digits.indexOf('.') >= 0;
  }

  /**
   * So many units; empty if that is not a whole number, or too large to be sure of it so simply.
   */
  OptionalLong times(long unit) {
    int point = digits.indexOf('.');
    int decimals = point < 0 ? 0 : digits.length() - point - 1;
    if (digits.length() > FIT) return OptionalLong.empty();
    long unscaled = Long.parseLong(digits.replace(".", ""));
    if (Math.multiplyHigh(unscaled, unit) != 0) return OptionalLong.empty();
    long product = unscaled * unit;
    long scale = 1;
    for (int i = 0; i < decimals; i++) scale *= 10;
    if (product < 0 || product % scale != 0) return OptionalLong.empty();
    return OptionalLong.of(product / scale);
  }

  /** All of it. */
  BigDecimal value() {
    return new BigDecimal(digits);
  }
}
