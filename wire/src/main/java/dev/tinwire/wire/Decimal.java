package dev.tinwire.wire;

import java.math.BigDecimal;

/**
 * The number at the front of a quantity: {@code 1*DIGIT [ "." 1*DIGIT ]}, ASCII digits only, no
 * sign, no exponent.
 *
 * @param end offset of the first character after it
 */
record Decimal(BigDecimal value, int end) {
  /** More would be a slip of the hand; and it bounds the arithmetic. */
  static final int MAX_DIGITS = 40;

  static Decimal scan(String what, String text, int from) throws Malformed {
    int end = digits(what, text, from);
    if (end < text.length() && text.charAt(end) == '.') end = digits(what, text, end + 1);
    if (end - from > MAX_DIGITS) throw new Malformed(what, text, from, "has too many digits");
    return new Decimal(new BigDecimal(text.substring(from, end)), end);
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
    return value.scale() > 0;
  }
}
