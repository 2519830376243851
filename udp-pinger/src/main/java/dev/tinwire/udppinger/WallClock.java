package dev.tinwire.udppinger;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Nanoseconds since 1970 without allocation: the wall clock is read once a second, and the
 * monotonic clock fills the time between. Belongs to one thread.
 */
final class WallClock implements LongSupplier {
  private static final long SECOND = 1_000_000_000L;

  /** Both clocks are read in less, unless another thread has had the processor in between. */
  private static final long AT_ONCE = 2_000;

  private static final int TRIES = 5;

  private final Pacer monotonic;
  private final InstantSource wall;
  private long anchorNano;
  private long anchorEpoch;

  WallClock() {
    this(Pacer.system(), Clock.systemUTC());
  }

  WallClock(Pacer monotonic, InstantSource wall) {
    this.monotonic = monotonic;
    this.wall = wall;
    anchor();
  }

  @Override
  public long getAsLong() {
    return at(monotonic.nanoTime());
  }

  /** The same of a moment just passed, as {@link System#nanoTime} has it. */
  long at(long moment) {
    if (moment - anchorNano > SECOND) anchor();
    return anchorEpoch + (moment - anchorNano);
  }

  /**
   * The wall clock's moment lies between two of the other. Whoever was held up there knows it only
   * roughly, and would be wrong by that for a second: so the closest of some tries counts.
   */
  private void anchor() {
    long closest = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && closest > AT_ONCE; i++) {
      long before = monotonic.nanoTime();
      Instant instant = wall.instant();
      long between = monotonic.nanoTime() - before;
      if (between >= closest) continue;
      closest = between;
      anchorNano = before + between / 2;
      anchorEpoch = instant.getEpochSecond() * SECOND + instant.getNano();
    }
  }
}
