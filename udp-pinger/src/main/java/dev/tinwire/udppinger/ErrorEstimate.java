package dev.tinwire.udppinger;

/**
 * How good a timestamp is, as 16 bits beside it say (RFC 4656 §4.1.2, Z by RFC 8186 §2.1): {@code
 * S|Z|scale:6|multiplier:8}, an error of multiplier × 2^(scale − 32) seconds.
 *
 * @param synchronised S: the clock follows an external source of UTC
 * @param ptp Z: the timestamps are truncated PTP, not NTP
 */
record ErrorEstimate(boolean synchronised, boolean ptp, int scale, int multiplier) {
  private static final int S = 0x8000;
  private static final int Z = 0x4000;

  /** Ours: NTP format, about a millisecond, and no promise that the clock is right. */
  static final short OURS = new ErrorEstimate(false, false, 22, 1).bits();

  ErrorEstimate {
    if (scale < 0 || scale > 63) throw new IllegalArgumentException("scale " + scale);
    if (multiplier < 0 || multiplier > 255) {
      throw new IllegalArgumentException("multiplier " + multiplier);
    }
  }

  static ErrorEstimate of(short bits) {
    return new ErrorEstimate((bits & S) != 0, isPtp(bits), bits >> 8 & 0x3F, bits & 0xFF);
  }

  static boolean isPtp(short bits) {
    return (bits & Z) != 0;
  }

  /** A multiplier of zero is invalid: the sender cannot have meant it (RFC 4656 §4.1.2). */
  static boolean isValid(short bits) {
    return (bits & 0xFF) != 0;
  }

  short bits() {
    return (short) ((synchronised ? S : 0) | (ptp ? Z : 0) | scale << 8 | multiplier);
  }

  double seconds() {
    return multiplier * Math.scalb(1.0, scale - 32);
  }
}
