package dev.tinwire.udppinger;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How a session is to go.
 *
 * @param count of packets; {@link Long#MAX_VALUE} for no end
 * @param pacer the clock
 * @param wall nanoseconds since 1970, for what is written into packets; asked by one thread
 * @param eager whether the books are to be kept at once, or whenever somebody looks
 */
record SessionPlan(
    Schedule schedule,
    long count,
    Duration timeout,
    Pacer pacer,
    LongSupplier wall,
    boolean eager) {
  /** Packets are remembered for so long after their timeout, to know late ones and duplicates. */
  private static final long REMEMBERED = 10_000_000_000L;

  private static final int LEAST_ROOM = 1 << 10;

  /** 24 octets each: no run takes more than 6 MiB for this. */
  private static final int MOST_ROOM = 1 << 18;

  long timeoutNanos() {
    return timeout.toNanos();
  }

  /** A power of two: how many packets are remembered. */
  int room() {
    long gap =
        switch (schedule) {
          case Schedule.Fixed(long fixed) -> fixed;
          case Schedule.Poisson(long mean, _) -> mean;
          case Schedule.Answered(long least, _) -> least;
        };
    double wanted = (REMEMBERED + (double) timeoutNanos()) / Math.max(1, gap);
    int room = (int) Math.clamp(Math.min(wanted, (double) count), LEAST_ROOM, MOST_ROOM);
    return Integer.highestOneBit(room * 2 - 1);
  }

  /** A platform thread: a virtual one takes twice as long to wake up. */
  Thread thread(String name, Runnable task) {
    return Thread.ofPlatform().daemon().name("ping-" + name).unstarted(task);
  }
}
