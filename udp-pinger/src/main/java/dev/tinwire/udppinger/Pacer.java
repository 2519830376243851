package dev.tinwire.udppinger;

import java.util.concurrent.locks.LockSupport;

/** The clock that sending follows. A test has one that it moves by hand. */
interface Pacer {
  /**
   * The last part of a wait is spent turning round: a parked thread comes back 0.1 ms late, which
   * would be in every interval.
   */
  long SPUN = 200_000;

  /** As {@link System#nanoTime()}. */
  long nanoTime();

  /** The first moment that can be kept. */
  default long soonest() {
    return nanoTime();
  }

  /** Returns at that moment, or earlier if the thread is unparked. */
  void await(long nanoTime);

  /** The clock of this machine. */
  static Pacer system() {
    return new Pacer() {
      @Override
      public long nanoTime() {
        return System.nanoTime();
      }

      @Override
      public void await(long nanoTime) {
        long left = nanoTime - System.nanoTime();
        if (left > SPUN) {
          LockSupport.parkNanos(this, left - SPUN);
          return; // the caller looks whether it was woken, and comes again
        }
        while (System.nanoTime() - nanoTime < 0) Thread.onSpinWait();
      }
    };
  }
}
