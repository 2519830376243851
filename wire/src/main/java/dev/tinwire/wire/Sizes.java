package dev.tinwire.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;

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

  private static final BigDecimal STEP = BigDecimal.valueOf(1024);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Sizes() {}

  /** The number of bytes. */
  public static long parse(String text) throws Malformed {
    Decimal number = Decimal.scan(WHAT, text, 0);
    BigDecimal bytes = number.value().multiply(BigDecimal.valueOf(factor(text, number.end())));
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
    while (power < UNITS.length() && rounded(bytes, power).compareTo(STEP) >= 0) power++;
    char unit = Character.toUpperCase(UNITS.charAt(power - 1));
    return rounded(bytes, power).toPlainString() + " " + unit + "iB";
  }

  private static BigDecimal rounded(long bytes, int power) {
    BigDecimal exact = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(1L << (10 * power)));
    BigDecimal tenths = exact.setScale(1, RoundingMode.HALF_UP);
    return tenths.compareTo(HUNDRED) < 0 ? tenths : exact.setScale(0, RoundingMode.HALF_UP);
  }
}
