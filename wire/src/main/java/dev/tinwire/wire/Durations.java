package dev.tinwire.wire;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Durations as people write them: {@code 500ms}, {@code 5s}, {@code 2m}, {@code 1h30m}, {@code
 * 1.5s}.
 *
 * <pre>
 * duration = 1*( number unit )                     ; larger units first, each at most once
 * number   = 1*DIGIT [ "." 1*DIGIT ]               ; a fraction only before the last unit
 * unit     = "d" / "h" / "m" / "s" / "ms" / "us" / "ns"
 * </pre>
 *
 * A number alone is refused: one tool would take it for seconds and the next for milliseconds.
 */
public final class Durations {
  private static final String WHAT = "duration";
  private static final String UNITS = "use d, h, m, s, ms, us or ns";

  /** 292 years: what fits into nanoseconds, so that {@link Duration#toNanos()} never fails. */
  public static final Duration MAX = Duration.ofNanos(Long.MAX_VALUE);

  private enum Unit {
    D(86_400_000_000_000L),
    H(3_600_000_000_000L),
    M(60_000_000_000L),
    S(1_000_000_000L),
    MS(1_000_000L),
    US(1_000L),
    NS(1L);

    final long nanos;

    Unit(long nanos) {
      this.nanos = nanos;
    }

    String suffix() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Durations() {}

  private record Part(Decimal number, Unit unit) {}

  public static Duration parse(String text) throws Malformed {
    var parts = parts(text);
    long nanos = 0;
    for (Part part : parts) {
      OptionalLong more = part.number().times(part.unit().nanos);
      if (more.isEmpty() || nanos + more.getAsLong() < 0) return exactly(text, parts);
      nanos += more.getAsLong();
    }
    return Duration.ofNanos(nanos);
  }

  private static List<Part> parts(String text) throws Malformed {
    var parts = new ArrayList<Part>();
    long before = Long.MAX_VALUE; // the unit of the part before
    int at = 0;
    do {
      Decimal number = Decimal.scan(WHAT, text, at);
      int unitEnd = lettersEnd(text, number.end());
      Unit unit = unit(text, number.end(), unitEnd);
      if (unit.nanos >= before) {
        throw fault(text, number.end(), "larger units come first, each once");
      }
      if (number.isFraction() && unitEnd < text.length()) {
        throw fault(text, at, "only the last number may have a fraction");
      }
      parts.add(new Part(number, unit));
      before = unit.nanos;
      at = unitEnd;
    } while (at < text.length());
    return parts;
  }

  private static Unit unit(String text, int from, int to) throws Malformed {
    String suffix = text.substring(from, to);
    for (Unit unit : Unit.values()) if (unit.suffix().equals(suffix)) return unit;
    if (!suffix.isEmpty()) throw fault(text, from, "unknown unit; " + UNITS);
    String number = text.length() <= 10 ? text : "5";
    throw from == text.length()
        ? fault(text, from, "needs a unit, such as " + number + "s or " + number + "ms")
        : fault(text, from, "expected a unit here; " + UNITS);
  }

  private static int lettersEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetter(text.charAt(end))) end++;
    return end;
  }

  /** What is too large or too fine for whole numbers, or looks like it. */
  private static Duration exactly(String text, List<Part> parts) throws Malformed {
    BigDecimal nanos = BigDecimal.ZERO;
    for (Part part : parts) {
      nanos = nanos.add(part.number().value().multiply(BigDecimal.valueOf(part.unit().nanos)));
    }
    if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw fault(text, 0, "is more than 292 years");
    }
    if (nanos.stripTrailingZeros().scale() > 0) {
      throw fault(text, 0, "is not a whole number of nanoseconds");
    }
    return Duration.ofNanos(nanos.longValueExact());
  }

  private static Malformed fault(String text, int at, String problem) {
    return new Malformed(WHAT, text, at, problem);
  }

  /**
   * Exactly and as short as {@link #parse} reads it: {@code 1h30m}, {@code 1.5s}, {@code 250ms}. A
   * negative one, which parse does not read, gets a minus in front.
   */
  public static String print(Duration duration) {
    if (duration.isNegative()) return "-" + print(duration.negated());
    if (duration.isZero()) return "0s";
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) return small(duration.toNanosPart());
    var out = new StringBuilder();
    part(out, duration.toDays(), Unit.D);
    part(out, duration.toHoursPart(), Unit.H);
    part(out, duration.toMinutesPart(), Unit.M);
    long seconds = duration.toSecondsPart() * Unit.S.nanos + duration.toNanosPart();
    if (seconds > 0) out.append(in(Unit.S, seconds));
    return out.toString();
  }

  private static void part(StringBuilder out, long count, Unit unit) {
    if (count > 0) out.append(count).append(unit.suffix());
  }

  /** Less than a second: in the largest unit that makes it at least 1. */
  private static String small(int nanos) {
    Unit unit = nanos >= Unit.MS.nanos ? Unit.MS : nanos >= Unit.US.nanos ? Unit.US : Unit.NS;
    return in(unit, nanos);
  }

  /** So many units, with as many digits after the point as it takes. */
  private static String in(Unit unit, long nanos) {
    long rest = nanos % unit.nanos;
    String whole = Long.toString(nanos / unit.nanos);
    if (rest == 0) return whole + unit.suffix();
    String decimals = Long.toString(unit.nanos + rest).substring(1); // with its leading zeros
    int end = decimals.length();
    while (decimals.charAt(end - 1) == '0') end--;
    return whole + "." + decimals.substring(0, end) + unit.suffix();
  }
}
