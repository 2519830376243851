package dev.tinwire.httpserver;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds what listings take together: all entries of a folder are in memory while they are ordered
 * and sent, and who reads slowly keeps them there. Small folders do not count.
 */
final class LargeFolders {
  /** From so many entries on a folder is large. */
  static final int FROM = 1000;

  private final Semaphore places;
  private final Duration patience;

  /**
   * Places for large listings.
   *
   * @param patience how long one waits for its place
   */
  LargeFolders(int atOnce, Duration patience) {
    this.places = new Semaphore(atOnce);
    this.patience = patience;
  }

  /** For one listing, in case its folder is large. */
  Place place() {
    return new Place();
  }

  /** Used by the thread of its connection alone. */
  final class Place implements Closeable {
    private boolean taken;

    /** Whether there is a place within that time. */
    boolean take() {
      try {
        taken = places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      return taken;
    }

    @Override
    public void close() {
      if (taken) places.release();
      taken = false;
    }
  }
}
