package dev.tinwire.httpserver;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The large workbenches: few for all sessions, since each is a quarter of a megabyte, and who has
 * one keeps it while its client is slow to take what lies there. When all are taken, others get on
 * with a small one. The one that came back last is lent first, for it is in the cache still.
 */
final class Workbenches {
  static final int MOST = 32;

  private final Deque<Workbench> free = new ConcurrentLinkedDeque<>();
  private final AtomicInteger made = new AtomicInteger();

  /** Lends one, to be given back. */
  Workbench take() {
    Workbench known = free.pollFirst();
    if (known != null) return known;
    if (made.get() >= MOST || made.incrementAndGet() > MOST) return Workbench.small();
    return Workbench.large();
  }

  void giveBack(Workbench bench) {
    if (bench.tray() != null) free.addFirst(bench);
  }
}
