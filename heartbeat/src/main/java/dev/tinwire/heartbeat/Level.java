package dev.tinwire.heartbeat;

/**
 * A length of time in one byte: eight steps to the octave, rounded up, from a microsecond to over
 * an hour. A week of history costs so 28 bytes instead of 224, and the answers are the same within
 * the noise of what is measured.
 */
final class Level {
  private static final double STEPS = 8;
  private static final long SMALLEST = 1_000;
  private static final int HIGHEST = 255;

  private static final long[] NANOS = new long[HIGHEST + 1];

  static {
    for (int i = 1; i <= HIGHEST; i++)
      NANOS[i] = Math.round(SMALLEST * Math.pow(2, (i - 1) / STEPS));
  }

  private Level() {}

  /** The lowest level that is not below so many nanoseconds; 0 is "none". */
  static byte of(long nanos) {
    if (nanos <= 0) return 0;
    double octaves = Math.log((double) nanos / SMALLEST) / Math.log(2);
    int level = 1 + (int) Math.ceil(octaves * STEPS - 1e-9);
    return (byte) Math.clamp(level, 1, HIGHEST);
  }

  /** The nanoseconds of a level. */
  static long nanos(byte level) {
    return NANOS[Byte.toUnsignedInt(level)];
  }
}
