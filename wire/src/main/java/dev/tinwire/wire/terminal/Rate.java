package dev.tinwire.wire.terminal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How fast it goes and how long it will take: pure functions of samples. */
final class Rate {
  /** A day; who waits longer does not want to know the seconds. */
  static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private static final double NANOS = 1e9;

  private Rate() {}

  /** What was done in all at one moment of a monotonic clock. */
  record Sample(long nanos, long done) {}

  /**
   * The rate over a window of samples, oldest first: what lies between its ends. Empty as long as
   * no time has passed between them.
   */
  static OptionalDouble perSecond(List<Sample> window) {
    if (window.isEmpty()) return OptionalDouble.empty();
    var first = window.getFirst();
    var last = window.getLast();
    long nanos = last.nanos() - first.nanos();
    if (nanos <= 0) return OptionalDouble.empty();
    return OptionalDouble.of((last.done() - first.done()) * NANOS / nanos);
  }

  /** The time left at this rate; empty if the total is not known or nothing moves. */
  static Optional<Duration> left(long done, OptionalLong total, OptionalDouble perSecond) {
    if (total.isEmpty() || perSecond.isEmpty()) return Optional.empty();
    long missing = Math.max(0, total.getAsLong() - done);
    double seconds = missing / perSecond.getAsDouble(); // 0/0 is NaN, n/0 infinite: both refused
    if (!(seconds <= LONGEST_WAIT.toSeconds())) return Optional.empty();
    return Optional.of(Duration.ofSeconds((long) Math.ceil(seconds)));
  }
}
