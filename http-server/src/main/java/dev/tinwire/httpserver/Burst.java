package dev.tinwire.httpserver;

import java.time.Duration;

/**
 * Changes that belong together: an editor writes a file in several steps, a build writes a hundred
 * files. It is over when nothing has changed for a while, or when it has gone on for so long that
 * waiting is worse. Pure.
 *
 * @param change what all of them ask
 * @param first when it began, as {@link System#nanoTime} counts
 * @param last when its latest change was seen
 */
record Burst(Change change, long first, long last) {
  static final Duration QUIET = Duration.ofMillis(50);
  static final Duration LONGEST = Duration.ofSeconds(1);

  static Burst of(Change change, long now) {
    return new Burst(change, now, now);
  }

  Burst and(Change another, long now) {
    return new Burst(change.and(another), first, now);
  }

  /** How long it still may go on; not positive once it is over. */
  Duration left(long now) {
    long quiet = QUIET.toNanos() - (now - last);
    long whole = LONGEST.toNanos() - (now - first);
    return Duration.ofNanos(Math.min(quiet, whole));
  }

  boolean over(long now) {
    return !left(now).isPositive();
  }
}
