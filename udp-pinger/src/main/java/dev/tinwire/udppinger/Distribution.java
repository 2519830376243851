package dev.tinwire.udppinger;

import java.util.Arrays;

/**
 * How values are distributed, in memory that does not grow with their number: exact up to {@value
 * #EXACT} values, and from there on in buckets that are never wider than a thousandth of what is in
 * them (logarithmic above, linear within, as in HdrHistogram).
 */
final class Distribution {
  static final int EXACT = 4096;

  /** Each power of two is cut into so many buckets. */
  private static final int PARTS_BITS = 10;

  private static final int PARTS = 1 << PARTS_BITS;

  /** Values of 2^42 ns, over an hour, and more share the last bucket. */
  private static final int GREATEST_BITS = 42;

  private long[] exact = new long[64];
  private long[] buckets = {};
  private long count;

  /** Values below zero count as zero. */
  void add(long value) {
    if (count < EXACT) {
      if (count == exact.length) exact = Arrays.copyOf(exact, Math.min(EXACT, exact.length * 4));
      exact[(int) count] = Math.max(0, value);
    } else {
      if (count == EXACT) spread();
      buckets[index(value)]++;
    }
    count++;
  }

  private void spread() {
    buckets = new long[(GREATEST_BITS - PARTS_BITS + 1) * PARTS];
    for (long value : exact) buckets[index(value)]++;
    exact = new long[0];
  }

  long count() {
    return count;
  }

  /**
   * The value that a share of all does not exceed, by nearest rank: the smallest that has at least
   * {@code share × count} values at or below it.
   *
   * @param share from 0 to 1
   */
  long quantile(double share) {
    if (count == 0) throw new IllegalStateException("no values");
    long rank = Math.clamp((long) Math.ceil(share * count), 1, count);
    if (buckets.length == 0) {
      long[] sorted = Arrays.copyOf(exact, (int) count);
      Arrays.sort(sorted);
      return sorted[(int) rank - 1];
    }
    long below = 0;
    int at = 0;
    while (below + buckets[at] < rank) below += buckets[at++];
    return middle(at);
  }

  /** All values, or one for many: at most so many, sorted; for drawing. */
  long[] sample(int most) {
    int size = (int) Math.min(most, count);
    long[] sample = new long[size];
    for (int i = 0; i < size; i++) sample[i] = quantile((i + 0.5) / size);
    return sample;
  }

  private static int index(long value) {
    if (value < PARTS) return (int) Math.max(0, value);
    int bits = 63 - Long.numberOfLeadingZeros(value);
    if (bits >= GREATEST_BITS) return (GREATEST_BITS - PARTS_BITS + 1) * PARTS - 1;
    int shift = bits - PARTS_BITS;
    return (shift + 1) * PARTS + (int) (value >>> shift) - PARTS;
  }

  private static long middle(int index) {
    if (index < PARTS) return index;
    int shift = index / PARTS - 1;
    long from = (long) (index % PARTS + PARTS) << shift;
    return from + (1L << shift) / 2;
  }
}
