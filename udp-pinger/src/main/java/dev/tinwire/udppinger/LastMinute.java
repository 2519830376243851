package dev.tinwire.udppinger;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The slowest round trip of each of the last sixty seconds; none where nothing came back. */
final class LastMinute {
  private static final int SECONDS = 60;
  private static final long SECOND = 1_000_000_000L;

  private final double[] slowest = new double[SECONDS];
  private final long[] whose = new long[SECONDS];

  LastMinute() {
    Arrays.fill(whose, -1);
  }

  /** A reply, so long after the begin of the run. */
  void add(long sinceBegin, long rttNanos) {
    long second = sinceBegin / SECOND;
    int at = (int) (second % SECONDS);
    if (whose[at] != second) slowest[at] = 0;
    whose[at] = second;
    slowest[at] = Math.max(slowest[at], (double) rttNanos);
  }

  /** The seconds up to now, oldest first, in nanoseconds. */
  List<OptionalDouble> values(long sinceBegin) {
    long last = sinceBegin / SECOND;
    int count = (int) Math.min(SECONDS, last + 1);
    return IntStream.range(0, count).mapToObj(i -> value(last - count + 1 + i)).toList();
  }

  private OptionalDouble value(long second) {
    int at = (int) (second % SECONDS);
    return whose[at] == second ? OptionalDouble.of(slowest[at]) : OptionalDouble.empty();
  }
}
