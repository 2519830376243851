package dev.tinwire.udppinger;

/**
 * The 64-bit timestamps of the wire, in a {@code long}: whole seconds in the upper half, a part of
 * a second in the lower. Two formats (RFC 8762 §4.2.1, flag Z): NTP counts from 1900 in fractions
 * of 2^32 (RFC 5905 §6), truncated PTP from 1970 in nanoseconds (RFC 8877 §4.3).
 */
final class NtpTime {
  /** From 1900 to 1970: 70 years with 17 leap days. */
  static final long UNIX_EPOCH = 2_208_988_800L;

  private static final long SECOND = 1_000_000_000L;
  private static final long HALF = 0xFFFF_FFFFL;

  private NtpTime() {}

  /** The NTP timestamp of a time in nanoseconds since 1970. */
  static long of(long epochNanos) {
    long seconds = Math.floorDiv(epochNanos, SECOND);
    long nanos = Math.floorMod(epochNanos, SECOND);
    // Rounded up, so that reading it back gives the same nanosecond: a fraction is a quarter of
    // one.
    long fraction = ((nanos << 32) + SECOND - 1) / SECOND;
    return (seconds + UNIX_EPOCH) << 32 | fraction;
  }

  /**
   * Nanoseconds since 1970. A first bit of zero means the era that begins in 2036 (RFC 4330 §3), so
   * the years 1968 to 2104 are told apart.
   */
  static long epochNanos(long ntp) {
    long seconds = ntp >>> 32;
    if (ntp >= 0) seconds += 1L << 32;
    long nanos = ((ntp & HALF) * SECOND) >>> 32;
    return (seconds - UNIX_EPOCH) * SECOND + nanos;
  }

  /** Nanoseconds since 1970 of a timestamp in the format that an error estimate names. */
  static long epochNanos(long stamp, short errorEstimate) {
    if (!ErrorEstimate.isPtp(errorEstimate)) return epochNanos(stamp);
    return (stamp >>> 32) * SECOND + (stamp & HALF);
  }

  /** Whether it lies within a day of now, in either format: hardly so by chance. */
  static boolean isPresent(long stamp, long nowEpochNanos) {
    long seconds = stamp >>> 32;
    long now = Math.floorDiv(nowEpochNanos, SECOND);
    return near(seconds, now) || near(seconds, now + UNIX_EPOCH);
  }

  private static boolean near(long seconds, long other) {
    return Math.abs((int) (seconds - other)) < 86_400; // modulo 2^32, as both count
  }
}
