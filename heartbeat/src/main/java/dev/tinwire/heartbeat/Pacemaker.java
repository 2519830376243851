package dev.tinwire.heartbeat;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Keeps a schedule until it is ended: waits for each moment, and lets the heart beat. */
final class Pacemaker {
  private final LongSupplier nanoTime;
  private final BooleanSupplier beat;
  private volatile boolean ended;
  private volatile Thread runner = Thread.currentThread();

  /**
   * A pacemaker.
   *
   * @param beat is called at each moment; false ends it
   */
  Pacemaker(LongSupplier nanoTime, BooleanSupplier beat) {
    this.nanoTime = nanoTime;
    this.beat = beat;
  }

  /** Ends it at once, from any thread. */
  void end() {
    ended = true;
    LockSupport.unpark(runner);
  }

  /** Beats until it is ended. */
  void run(Schedule schedule) {
    runner = Thread.currentThread();
    long due = schedule.after(schedule.start() - 1);
    while (!ended) {
      long left = due - nanoTime.getAsLong();
      if (left > 0) {
        LockSupport.parkNanos(left);
        if (Thread.interrupted()) ended = true;
        continue;
      }
      if (!beat.getAsBoolean()) return;
      due = schedule.after(nanoTime.getAsLong());
    }
  }
}
