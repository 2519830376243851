package dev.tinwire.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/**
 * A clock that stands still until a test moves it: an {@link InstantSource}, a nanosecond counter
 * ({@code clock::nanoTime}), and a sleep that ends when the clock has moved far enough.
 */
public final class FakeClock implements InstantSource {
  /** Where nanosecond counters begin is nobody's business; near overflow it shows who cares. */
  private static final long NANO_ORIGIN = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos();

  private final Instant start;
  private final PriorityQueue<Duration> wakings = new PriorityQueue<>();
  private Duration elapsed = Duration.ZERO;

  public FakeClock() {
    this(Instant.parse("2026-01-01T00:00:00Z"));
  }

  public FakeClock(Instant start) {
    this.start = start;
  }

  @Override
  public synchronized Instant instant() {
    return start.plus(elapsed);
  }

  /** As {@link System#nanoTime()}: only differences mean something, and it may overflow. */
  public synchronized long nanoTime() {
    return NANO_ORIGIN + elapsed.toNanos();
  }

  /** Moves the clock and wakes the sleepers whose time has come. */
  public synchronized void advance(Duration by) {
    if (by.isNegative()) throw new IllegalArgumentException("time does not go back");
    elapsed = elapsed.plus(by);
    // They leave here and not when they wake up, so that sleepers() is right at once.
    while (!wakings.isEmpty() && wakings.peek().compareTo(elapsed) <= 0) wakings.remove();
    notifyAll();
  }

  /** Sleeps until the clock was moved so far. */
  public synchronized void sleep(Duration time) throws InterruptedException {
    Duration waking = elapsed.plus(time);
    if (waking.compareTo(elapsed) <= 0) return;
    wakings.add(waking);
    notifyAll();
    try {
      while (elapsed.compareTo(waking) < 0) wait();
    } catch (InterruptedException e) {
      wakings.remove(waking);
      throw e;
    }
  }

  /** How many threads sleep now. */
  public synchronized int sleepers() {
    return wakings.size();
  }

  /** Waits, in real time, until so many threads sleep: then a test may move the clock. */
  public synchronized void awaitSleepers(int count) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (wakings.size() < count) {
      long left = end - System.nanoTime();
      if (left <= 0) throw new AssertionError(wakings.size() + " sleepers instead of " + count);
      wait(Math.max(1, left / 1_000_000));
    }
  }
}
