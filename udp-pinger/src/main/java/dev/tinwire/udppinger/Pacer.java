package dev.tinwire.udppinger;

import java.util.concurrent.locks.LockSupport;

/** The clock that sending follows. A test has one that it moves by hand. */
interface Pacer {
  /**
   * The last part of a wait is spent turning round: a parked thread comes back 0.1 ms late, which
   * would be in every interval.
   */
  long SPUN = 200_000;

  /**
   * So long the first packet waits for what the start has left behind: threads that end or go to
   * sleep, and a compiler, which would be in the way of its peer.
   */
  long SETTLED = 1_000_000;

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
      public long soonest() {
        return System.nanoTime() + SETTLED;
      }

      @Override
      @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it but the time another takes
      public void await(long nanoTime) {
        long left = nanoTime - System.nanoTime();
        if (left > SPUN) {
          LockSupport.parkNanos(this, left - SPUN);
          return; // the caller looks whether it was woken, and comes again
        }
        Thread.yield(); // who waits for this processor would have it when the packet is on its way
        while (System.nanoTime() - nanoTime < 0) Thread.onSpinWait();
      }
    };
  }
}
