package dev.tinwire.heartbeat;

import java.time.Duration;
import java.util.Optional;

/** How long to wait before the next try: twice as long each time, and at last not at all. Pure. */
final class Retries {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int DOUBLINGS = 9; // more would pass the longest anyway

  private Retries() {}

  /**
   * The wait after so many failed tries.
   *
   * @param spent since the first of them
   * @param patience after which it is given up
   */
  static Optional<Duration> wait(int failed, Duration spent, Duration patience) {
    if (spent.compareTo(patience) >= 0) return Optional.empty();
    var wait = FIRST.multipliedBy(1L << Math.min(failed - 1, DOUBLINGS));
    return Optional.of(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
  }
}
