package dev.tinwire.smtpclient;

import dev.tinwire.wire.Durations;
import dev.tinwire.wire.terminal.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Sends messages to one server, one after the other over one connection. A connection that is lost
 * between two messages is made anew; a message is tried again only where that can do no harm.
 */
final class Submission implements AutoCloseable {
  /** What is not decided here: time, chance, and who watches. */
  record Surroundings(
      LongSupplier nanoTime,
      RandomGenerator dice,
      Pause pause,
      Consumer<String> notes,
      Function<Letter, Progress> progress) {}

  /** Waits; tests do not. */
  @FunctionalInterface
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  private final Entrance entrance;
  private final SendOptions options;
  private final int retries;
  private final Surroundings around;
  private Optional<Session> session = Optional.empty();
  private int turnsBefore;

  Submission(Entrance entrance, SendOptions options, int retries, Surroundings around) {
    this.entrance = entrance;
    this.options = options;
    this.retries = retries;
    this.around = around;
  }

  Sent send(Letter letter) throws InterruptedException {
    long began = around.nanoTime().getAsLong();
    int turns = turns();
    boolean renewed = false;
    for (int tries = 1; ; tries++) {
      boolean used = session.map(s -> s.done() > 0).orElse(false);
      Outcome outcome = tried(letter);
      Optional<Problem> problem =
          outcome instanceof Outcome.Failed(Problem failed, _)
              ? Optional.of(failed)
              : Optional.empty();
      boolean stale = used && !renewed && problem.map(Problem::isStale).orElse(false);
      if (stale) {
        renewed = true;
        tries--;
        around.notes().accept("the connection was closed; making a new one");
        leave();
      } else if (tries > retries || !problem.map(Problem::worthAnotherTry).orElse(false)) {
        Duration elapsed = Duration.ofNanos(around.nanoTime().getAsLong() - began);
        return new Sent(outcome, elapsed, turns() - turns, tries);
      } else {
        leave();
        rest(problem.orElseThrow(), tries);
      }
    }
  }

  private void rest(Problem problem, int tries) throws InterruptedException {
    Duration time = Backoff.after(tries, around.dice());
    around.notes().accept(problem.words() + "; trying again in " + Durations.print(time));
    around.pause().of(time);
  }

  private Outcome tried(Letter letter) throws InterruptedException {
    Session open;
    try {
      open = session.isPresent() ? session.get() : entrance.enter(new Findings());
    } catch (Stopped e) {
      return new Outcome.Failed(e.problem(), List.of());
    }
    session = Optional.of(open);
    Outcome outcome;
    try (Progress progress = around.progress().apply(letter)) {
      outcome = new Transaction(open, letter, options, progress).run();
    }
    if (open.ended()) leave();
    return outcome;
  }

  /** Turns of all connections so far. */
  private int turns() {
    return turnsBefore + session.map(open -> open.dialogue().turns()).orElse(0);
  }

  private void leave() {
    session.ifPresent(open -> {
      turnsBefore += open.dialogue().turns();
      if (open.ended()) open.dialogue().drop();
      else open.dialogue().quit();
    });
    session = Optional.empty();
  }

  /** Says goodbye, if anybody is there. */
  @Override
  public void close() {
    leave();
  }
}
