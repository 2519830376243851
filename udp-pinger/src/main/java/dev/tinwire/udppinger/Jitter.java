package dev.tinwire.udppinger;

import java.util.Arrays;

/**
 * How much the delay changes from packet to packet, in two definitions: the smoothed one of RTP
 * over the replies as they arrive, and the plain differences between neighbours.
 */
final class Jitter {
  private static final long UNKNOWN = -1;

  private final long[] recent;
  private final Moments differences = new Moments();
  private double smoothed;
  private long before = UNKNOWN;
  private long newest = -1;

  /**
   * @param room a power of two: so far apart neighbours may arrive
   */
  Jitter(int room) {
    recent = new long[room];
    Arrays.fill(recent, UNKNOWN);
  }

  /** The reply to that packet came; each number once. */
  void add(long number, long rttNanos) {
    // RFC 3550 §6.4.1, in order of arrival. (Rj − Ri) − (Sj − Si) is the difference of the delays.
    if (before != UNKNOWN) smoothed += (Math.abs(rttNanos - before) - smoothed) / 16;
    before = rttNanos;

    // RFC 3393 with the selection "consecutive packets": it does not matter which came first.
    for (; newest < number; newest++) recent[at(newest + 1)] = UNKNOWN;
    if (number <= newest - recent.length) return;
    recent[at(number)] = rttNanos;
    if (number > 0) neighbours(number - 1, rttNanos);
    if (number < newest) neighbours(number + 1, rttNanos);
  }

  private void neighbours(long other, long rttNanos) {
    if (other <= newest - recent.length) return;
    long theirs = recent[at(other)];
    if (theirs != UNKNOWN) differences.add(Math.abs(rttNanos - theirs));
  }

  /** RFC 3550's interarrival jitter, in nanoseconds. */
  double smoothed() {
    return smoothed;
  }

  /** The absolute differences between neighbours (IPDV). */
  Moments differences() {
    return differences;
  }

  private int at(long number) {
    return (int) number & (recent.length - 1);
  }
}
