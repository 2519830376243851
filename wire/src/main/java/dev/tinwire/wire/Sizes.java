package dev.tinwire.wire;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * Sizes in bytes as people write them: {@code 512}, {@code 64k}, {@code 10M}, {@code 1.5G}; the
 * letters are powers of 1024.
 *
 * <pre>
 * size   = number [ unit ]                         ; without a unit: bytes
 * number = 1*DIGIT [ "." 1*DIGIT ]                 ; a whole number of bytes must come out
 * unit   = "k" / "M" / "G" / "T" / "P"
 * </pre>
 *
 * {@code MB} is refused, since half of the world means 1000 by it.
 */
public final class Sizes {
  private static final String WHAT = "size";

  /** In the order of their powers of 1024, from the first. */
  private static final String UNITS = "kMGTP";

  /**
   * Leniency: {@code K}, {@code m}, {@code g} … are taken too. Nothing else could be meant, and
   * other tools (curl, dd, truncate) differ in which case they want.
   */
  static final boolean EITHER_CASE = true;

  private Sizes() {}

  /** The number of bytes. */
  public static long parse(String text) throws Malformed {
    Decimal number = Decimal.scan(WHAT, text, 0);
    long factor = factor(text, number.end());
    OptionalLong plain = number.times(factor);
    return plain.isPresent() ? plain.getAsLong() : exactly(text, number, factor);
  }

  /** What is too large or too fine for whole numbers, or looks like it. */
  private static long exactly(String text, Decimal number, long factor) throws Malformed {
    BigDecimal bytes = number.value().multiply(BigDecimal.valueOf(factor));
    if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new Malformed(WHAT, text, 0, "is more than 8191P");
    }
    if (bytes.stripTrailingZeros().scale() > 0) {
      throw new Malformed(WHAT, text, 0, "is not a whole number of bytes");
    }
    return bytes.longValueExact();
  }

  private static long factor(String text, int from) throws Malformed {
    if (from == text.length()) return 1;
    int power = 1 + unit(text.charAt(from));
    int fault = power == 0 ? from : from + 1;
    if (power == 0 || fault < text.length()) {
      throw new Malformed(
          WHAT, text, fault, "after the number, use one of k, M, G, T, P (powers of 1024)");
    }
    return 1L << (10 * power);
  }

  private static int unit(char c) {
    int exact = UNITS.indexOf(c);
    if (exact >= 0 || !EITHER_CASE) return exact;
    return UNITS.indexOf(c == 'K' ? 'k' : c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  }

  /** Exactly, with the largest unit that leaves no fraction: {@code 64k}, {@code 1000}. */
  public static String print(long bytes) {
    if (bytes == 0) return "0";
    int power = Math.min(Long.numberOfTrailingZeros(bytes) / 10, UNITS.length());
    return (bytes >> (10 * power)) + unitName(power);
  }

  private static String unitName(int power) {
    return power == 0 ? "" : UNITS.substring(power - 1, power);
  }

  /**
   * Rounded, for eyes: {@code 999 B}, {@code 1.2 GiB}, {@code 640 KiB}. One digit after the point
   * below 100, none above.
   */
  public static String readable(long bytes) {
    if (bytes < 1024) return bytes + " B";
    int power = 1;
    while (power < UNITS.length() && whole(bytes, power) >= 1024) power++;
    long tenths = tenths(bytes, power);
    String number =
        tenths < 1000 ? tenths / 10 + "." + tenths % 10 : Long.toString(whole(bytes, power));
    return number + " " + Character.toUpperCase(UNITS.charAt(power - 1)) + "iB";
  }

  /** Rounded half up. */
  private static long whole(long bytes, int power) {
    int shift = 10 * power;
    return (bytes >> shift) + (bytes >> (shift - 1) & 1);
  }

  /** Rounded half up; the parts before and after the point apart, as ten times all is too much. */
  private static long tenths(long bytes, int power) {
    int shift = 10 * power;
    long rest = bytes & ((1L << shift) - 1);
    return (bytes >> shift) * 10 + ((rest * 10 + (1L << (shift - 1))) >> shift);
  }
}
