package dev.tinwire.wire;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends what a deadline alone cannot: {@code SO_TIMEOUT} limits no write, and {@code
 * SSLSocket.close()} waits behind a stuck one. Closing the raw socket underneath frees a reader, a
 * writer and a closer at once, so that is what happens when a guarded deadline passes.
 *
 * <p>One daemon thread serves all guards. It is woken only for a guard that ends before all others;
 * exchanges that arm and disarm in time cost two operations on a sorted set and no context switch.
 */
public final class Watchdog {
  private final LongSupplier nanoTime;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition sooner = lock.newCondition();
  private final TreeSet<Guard> armed = new TreeSet<>(Guard.BY_END);
  private long armings;
  private long asleepUntil;

  /** A watchdog without a thread: {@link #expire()} is called by hand. */
  Watchdog(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.asleepUntil = nanoTime.getAsLong();
  }

  /**
   * Closes {@code raw} when the deadline passes before the guard is closed.
   *
   * @param raw the socket at the bottom, whose close never blocks; not the SSLSocket over it
   */
  public static Guard guard(Deadline deadline, Closeable raw) {
    return Shared.WATCHDOG.arm(deadline, raw);
  }

  /**
   * Runs a whole exchange under a guard. An error that the guard caused becomes a {@link TimedOut}
   * in words, and so does a success that came too late: what was read from a socket closed
   * underneath may be cut short.
   *
   * @param doing what is going on, to fill "timed out after 5s while …"
   */
  static <T extends @Nullable Object> T within(
      Deadline deadline, Closeable raw, String doing, Exchange<T> exchange) throws IOException {
    deadline.check(doing);
    Guard guard = guard(deadline, raw);
    T result;
    try (guard) {
      result = exchange.run();
    } catch (IOException e) {
      throw guard.explained(e, doing);
    }
    if (guard.fired()) throw deadline.timedOut(doing);
    return result;
  }

  Guard arm(Deadline deadline, Closeable raw) {
    lock.lock();
    try {
      long end = nanoTime.getAsLong() + Deadline.nanos(deadline.remaining());
      var guard = new Guard(this, deadline, raw, end, armings++);
      armed.add(guard);
      if (end - asleepUntil < 0) sooner.signal();
      return guard;
    } finally {
      lock.unlock();
    }
  }

  void disarm(Guard guard) {
    lock.lock();
    try {
      armed.remove(guard); // The thread is left asleep: waking once in vain later is cheaper.
    } finally {
      lock.unlock();
    }
  }

  /** Fires all guards whose time has come. */
  void expire() {
    due().forEach(Guard::fire);
  }

  private List<Guard> due() {
    lock.lock();
    try {
      var due = new ArrayList<Guard>();
      long now = nanoTime.getAsLong();
      while (!armed.isEmpty() && armed.first().end() - now <= 0) due.add(armed.pollFirst());
      return due;
    } finally {
      lock.unlock();
    }
  }

  private void sleep() throws InterruptedException {
    lock.lock();
    try {
      for (long nanos = toFirst(); nanos > 0; nanos = toFirst()) {
        asleepUntil = nanoTime.getAsLong() + nanos;
        sooner.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  private long toFirst() {
    return armed.isEmpty() ? TimeUnit.HOURS.toNanos(1) : armed.first().end() - nanoTime.getAsLong();
  }

  private void watch() {
    try {
      while (true) {
        expire();
        sleep();
      }
    } catch (InterruptedException e) {
      // Nobody holds this thread; if it is asked to end all the same, it ends.
      Thread.currentThread().interrupt();
    }
  }

  /** Made, with its thread, when the first exchange is guarded. */
  private static final class Shared {
    static final Watchdog WATCHDOG = new Watchdog(System::nanoTime);

    static {
      Thread.ofPlatform().daemon().name("watchdog").start(WATCHDOG::watch);
    }
  }
}
