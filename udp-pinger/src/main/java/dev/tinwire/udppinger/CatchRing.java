package dev.tinwire.udppinger;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Hands {@link Catch}es from the receiving thread to the one that keeps the books, without locks
 * and without memory. Should the books fall behind by the whole ring, the receiver waits: packets
 * then stay in the kernel's queue.
 */
final class CatchRing {
  private static final int SIZE = 4096;
  private static final long A_MOMENT = 50_000;

  private final Catch[] ring = new Catch[SIZE];
  private final AtomicLong published = new AtomicLong();
  private final AtomicLong released = new AtomicLong();

  CatchRing() {
    for (int i = 0; i < SIZE; i++) ring[i] = new Catch();
  }

  /** The next to fill, or null if there is none until that moment; for the receiving thread. */
  @Nullable Catch claim(Pacer clock, long due) {
    long next = published.getPlain();
    while (next - released.getAcquire() >= SIZE) {
      if (clock.nanoTime() - due >= 0) return null;
      LockSupport.parkNanos(A_MOMENT);
    }
    return ring[(int) next & (SIZE - 1)];
  }

  /** Makes visible what was filled. */
  void publish() {
    published.setRelease(published.getPlain() + 1);
  }

  /** The oldest that was not released yet, if there is one; for the thread that keeps the books. */
  @Nullable Catch peek() {
    long next = released.getPlain();
    return next == published.getAcquire() ? null : ring[(int) next & (SIZE - 1)];
  }

  void release() {
    released.setRelease(released.getPlain() + 1);
  }
}
