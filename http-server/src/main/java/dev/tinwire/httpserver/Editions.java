package dev.tinwire.httpserver;

import java.time.Duration;

/**
 * The latest {@link Edition}, for many to wait for the next: nothing is queued for anybody, so a
 * client that reads slowly costs no memory.
 */
final class Editions implements AutoCloseable {
  /** What came of waiting. */
  sealed interface News {
    record Changed(Change change, long number) implements News {}

    record Nothing() implements News {}

    record Ended() implements News {}
  }

  private Edition latest;
  private boolean closed;

  Editions(long first) {
    latest = Edition.first(first);
  }

  synchronized long number() {
    return latest.number();
  }

  synchronized void publish(Change change) {
    latest = latest.after(change);
    notifyAll();
  }

  /** Waits until there is something new to who has seen this number, or for so long. */
  synchronized News await(long seen, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (!closed) {
      var change = latest.since(seen);
      if (change.isPresent()) return new News.Changed(change.get(), latest.number());
      long left = end - System.nanoTime();
      if (left <= 0) return new News.Nothing();
      wait(left / 1_000_000, (int) (left % 1_000_000));
    }
    return new News.Ended();
  }

  /** Ends all waiting, now and later. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
