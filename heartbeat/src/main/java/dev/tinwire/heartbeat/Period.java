package dev.tinwire.heartbeat;

import java.util.Arrays;

/**
 * The time a sender means to leave between two beats, as told from its arrivals: the median of the
 * last fifteen. Only for senders that do not say it themselves.
 */
final class Period {
  private static final int REMEMBERED = 15;

  private final long[] intervals = new long[REMEMBERED];
  private int count;

  /** Takes in the time since the beat before, over as many numbers as lie between. */
  void learn(long elapsed, long missed) {
    intervals[count++ % REMEMBERED] = elapsed / (missed + 1);
  }

  /** The estimate, or the guess while there is nothing to go by. */
  long estimate(long guess) {
    if (count == 0) return guess;
    long[] known = Arrays.copyOf(intervals, Math.min(count, REMEMBERED));
    Arrays.sort(known);
    return Math.max(1, known[known.length / 2]);
  }
}
