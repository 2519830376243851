package dev.tinwire.heartbeat;

import dev.tinwire.wire.Visible;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Says the same to somebody again and again, such as who is down. Whether it was understood is said
 * once each time that it changes, not each round.
 */
final class Rounds implements AutoCloseable {
  /** One round. */
  @FunctionalInterface
  interface Round {
    void go() throws IOException, InterruptedException;
  }

  private final String where;
  private final Duration every;
  private final Round round;
  private final Consumer<String> log;
  private final Semaphore due = new Semaphore(1); // the first round is now
  private final Thread thread;
  private boolean failing;

  private Rounds(String where, Duration every, Round round, Consumer<String> log) {
    this.where = where;
    this.every = every;
    this.round = round;
    this.log = log;
    this.thread = Thread.ofVirtual().name("rounds").unstarted(this::run);
  }

  static Rounds start(String where, Duration every, Round round, Consumer<String> log) {
    var rounds = new Rounds(where, every, round, log);
    rounds.thread.start();
    return rounds;
  }

  /** The next round is at once. */
  void soon() {
    if (due.availablePermits() == 0) due.release();
  }

  private void run() {
    try {
      while (true) {
        due.tryAcquire(every.toNanos(), TimeUnit.NANOSECONDS);
        due.drainPermits();
        go();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed: the end of this thread
    }
  }

  private void go() throws InterruptedException {
    try {
      round.go();
      if (failing) log.accept(where + " answers again");
      failing = false;
    } catch (IOException e) {
      failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      failed(e.toString()); // ours; the next round may go better, and others must not suffer
    }
  }

  private void failed(String why) {
    if (!failing) log.accept(where + ": " + Visible.of(why) + "; trying again each round");
    failing = true;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
