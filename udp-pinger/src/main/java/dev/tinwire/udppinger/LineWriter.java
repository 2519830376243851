package dev.tinwire.udppinger;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Prints on a thread of its own, so that a terminal that stands still holds up no packet. When too
 * much waits, lines are left out and counted.
 */
final class LineWriter implements AutoCloseable {
  private static final int QUEUED = 10_000;
  private static final long CLOSE_MILLIS = 2000;

  private final ArrayBlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(QUEUED);
  private final LongAdder leftOut = new LongAdder();
  private final Thread thread = Thread.ofPlatform().daemon().name("lines").start(this::run);
  private volatile boolean closed;

  /** Will print, unless too much waits. */
  void later(Runnable print) {
    if (!queue.offer(print)) leftOut.increment();
  }

  long leftOut() {
    return leftOut.sum();
  }

  private void run() {
    try {
      while (!closed || !queue.isEmpty()) print(queue.take());
    } catch (InterruptedException _) {
      // Nobody interrupts it.
    }
  }

  private void print(Runnable line) {
    try {
      line.run();
    } catch (RuntimeException _) {
      leftOut.increment(); // Nobody reads any more: serve on.
    }
  }

  /** Prints what is left, and waits for it, but not for ever. */
  @Override
  public void close() {
    closed = true;
    // An empty line to take wakes the thread; an interrupt would break into a write.
    later(() -> {});
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
