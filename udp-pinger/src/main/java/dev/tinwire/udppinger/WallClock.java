package dev.tinwire.udppinger;

import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Nanoseconds since 1970 without allocation: the wall clock is read once a second, and the
 * monotonic clock fills the time between. Belongs to one thread.
 */
final class WallClock implements LongSupplier {
  private static final long SECOND = 1_000_000_000L;

  private long anchorNano;
  private long anchorEpoch;

  WallClock() {
    anchor(System.nanoTime());
  }

  @Override
  public long getAsLong() {
    return at(System.nanoTime());
  }

  /** The same of a moment just passed, as {@link System#nanoTime} has it. */
  long at(long moment) {
    long now = moment;
    if (now - anchorNano > SECOND) now = anchor(now);
    return anchorEpoch + (now - anchorNano);
  }

  private long anchor(long before) {
    Instant instant = Instant.now();
    long after = System.nanoTime();
    anchorNano = before + (after - before) / 2;
    anchorEpoch = instant.getEpochSecond() * SECOND + instant.getNano();
    return after;
  }
}
