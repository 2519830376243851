package dev.tinwire.heartbeat;

import dev.tinwire.wire.Visible;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One way out: brings things to one place, one after the other, each as often as it takes. What
 * cannot be brought for long is given up, and when too much waits, the oldest goes; both are said.
 */
final class Courier implements AutoCloseable {
  /** One thing to bring. */
  @FunctionalInterface
  interface Delivery {
    void attempt() throws IOException, InterruptedException;
  }

  /** Waits; tests do it on a clock of theirs. */
  @FunctionalInterface
  interface Sleep {
    void forSoLong(Duration time) throws InterruptedException;
  }

  private final String where;
  private final WatchLimits limits;
  private final Consumer<String> log;
  private final LongSupplier nanoTime;
  private final Sleep sleep;
  private final ArrayDeque<Delivery> waiting = new ArrayDeque<>();
  private final Thread thread;

  Courier(String where, WatchLimits limits, Consumer<String> log) {
    this(where, limits, log, System::nanoTime, Thread::sleep);
  }

  Courier(
      String where, WatchLimits limits, Consumer<String> log, LongSupplier nanoTime, Sleep sleep) {
    this.where = where;
    this.limits = limits;
    this.log = log;
    this.nanoTime = nanoTime;
    this.sleep = sleep;
    this.thread = Thread.ofVirtual().name("courier").start(this::run);
  }

  /** Never waits. */
  synchronized void bring(Delivery delivery) {
    if (waiting.size() == limits.queue()) {
      waiting.removeFirst();
      log.accept(where + ": too many notices wait, the oldest was dropped");
    }
    waiting.addLast(delivery);
    notifyAll();
  }

  private void run() {
    try {
      while (true) deliver(next());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed: the end of this thread
    }
  }

  private synchronized Delivery next() throws InterruptedException {
    while (waiting.isEmpty()) wait();
    return waiting.removeFirst();
  }

  private void deliver(Delivery delivery) throws InterruptedException {
    long begun = nanoTime.getAsLong();
    for (int failed = 1; ; failed++) {
      Optional<Failure> failure = attempt(delivery);
      if (failure.isEmpty()) return;
      var spent = Duration.ofNanos(nanoTime.getAsLong() - begun);
      Optional<Duration> wait = Retries.wait(failed, spent, limits.patience());
      String why = where + ": " + failure.get().why();
      if (failure.get().last() || wait.isEmpty()) {
        log.accept(why + "; given up");
        return;
      }
      if (failed == 1) log.accept(why + "; trying again");
      sleep.forSoLong(wait.get());
    }
  }

  /** Why a try failed, and whether another would be in vain. */
  private record Failure(String why, boolean last) {}

  private static Optional<Failure> attempt(Delivery delivery) throws InterruptedException {
    try {
      delivery.attempt();
      return Optional.empty();
    } catch (IOException e) {
      String why = Visible.of(String.valueOf(e.getMessage()));
      return Optional.of(new Failure(why, e instanceof FinalRefusal));
    } catch (RuntimeException e) {
      // A fault of ours in one notice must not end the way out for all that follow.
      return Optional.of(new Failure(Visible.of(e.toString()), true));
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
