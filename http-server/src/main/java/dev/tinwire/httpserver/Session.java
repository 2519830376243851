package dev.tinwire.httpserver;

import dev.tinwire.http.Persistence;
import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A connection on a thread of its own, while there is something to be done for it:
 *
 * <pre>
 * [TLS]  *( head  body  handler  answer  rest of the body )  close / back to the lobby
 * </pre>
 *
 * It owns the connection. Others may end it: the sweeper what takes too long, the shutdown all. To
 * wait for the next request a connection goes back to where it came from.
 */
final class Session {
  /** How a conversation ends. */
  private enum End {
    /** The client has left, or said nothing for too long. */
    THEIRS,
    /** We have said that we close. */
    OURS,
    /** Not at all: nothing more has come yet. */
    PAUSE
  }

  private final Reception reception;
  private final ServerLimits limits;
  private final Guest guest;
  private final Connection connection;
  private final Patience patience = new Patience(System::nanoTime);
  private volatile Optional<Thread> thread = Optional.empty();
  private Patience.Wait reminded = Patience.WORKING;

  /** Takes a connection over, until it ends or the guest waits again. */
  Session(Reception reception, Guest guest) throws IOException {
    this.reception = reception;
    this.limits = reception.service().limits();
    this.guest = guest;
    Secured secured = guest.secured();
    this.connection =
        secured != null ? secured.connection() : Connection.accepted(guest.channel().socket());
  }

  /**
   * Runs it.
   *
   * @return whether the connection is still open, to wait somewhere else
   */
  boolean run() {
    thread = Optional.of(Thread.currentThread());
    try {
      return switch (converse()) {
        case PAUSE -> true;
        case OURS -> {
          connection.closeInStages(Deadline.in(ServerLimits.LINGER));
          yield false;
        }
        case THEIRS -> {
          connection.close();
          yield false;
        }
      };
    } catch (IOException _) {
      abort(); // The client is gone, was given up, or must not take what it has for all there is.
      return false;
    } catch (RuntimeException | Error e) {
      abort(); // A bug of ours, or no memory: whoever looks after threads will hear of it.
      throw e;
    }
  }

  Guest guest() {
    return guest;
  }

  private End converse() throws IOException {
    Duration wait = limits.head(); // A connection is made to be used at once.
    patience.idle(wait);
    Optional<Reception.Received> received = reception.receive(connection, guest, patience);
    if (received.isEmpty()) return End.THEIRS;
    Link link = received.get().link();
    Service here = received.get().service();
    var courtesy = new Courtesy();
    while (true) {
      if (received.get().waitsElsewhere() && !link.anythingUnread()) {
        guest.patience().idle(wait);
        return End.PAUSE;
      }
      link.input().head();
      switch (Incoming.next(link.reader(), patience, wait, limits.head(), limits.messages())) {
        case Incoming.End() -> {
          return End.THEIRS;
        }
        case Incoming.Bad(var status, var sentence) -> {
          Reply.toNothing(here, link).send(SparePage.of(status, sentence), Persistence.CLOSE);
          return End.OURS;
        }
        case Incoming.Request(var head) -> {
          if (new Turn(here, link, head).take() == Persistence.CLOSE) return End.OURS;
          wait = limits.idle();
          courtesy.turnTaken();
        }
      }
    }
  }

  /** What the client keeps us waiting for. */
  Patience patience() {
    return patience;
  }

  /**
   * Ends what has taken too long, if it is the client's doing. It may be ours: its bytes are here,
   * and our thread had no processor. So the thread is sent to look once more, and has not had that
   * turn until it waits again. Called by the sweeper alone, now and then; never blocks.
   */
  void sweep(long now) {
    Patience.Wait wait = patience.current();
    Optional<Thread> mine = thread;
    if (mine.isEmpty() || !wait.over(now)) {
      reminded = Patience.WORKING;
    } else if (!wait.continues(reminded)) {
      reminded = wait;
      LockSupport.unpark(mine.get());
    } else {
      switch (mine.get().getState()) {
        case WAITING, TIMED_WAITING -> giveUp(wait.phase());
        case NEW, RUNNABLE, BLOCKED, TERMINATED -> {}
      }
    }
  }

  private void giveUp(Patience.Phase phase) {
    switch (phase) {
      case WORKING -> {}
      case IDLE -> closeRaw();
      case HEAD, UNWANTED -> endReading();
      case TRANSFER -> abort();
    }
  }

  /** Ends it if nothing is under way. */
  void closeIfIdle() {
    if (patience.current().phase() == Patience.Phase.IDLE) closeRaw();
  }

  /** Ends it in the middle, with a handler that blocks on something else. */
  void abortAndInterrupt() {
    abort();
    thread.ifPresent(Thread::interrupt);
  }

  private void closeRaw() {
    try {
      connection.raw().close();
    } catch (IOException | RuntimeException _) {
      // It is of no use either way, and nothing may end the sweeper.
    }
  }

  /** Leaves the way out open, for a 408 or for what has been answered. */
  private void endReading() {
    try {
      connection.raw().shutdownInput();
    } catch (IOException _) {
      closeRaw();
    }
  }

  private void abort() {
    try {
      connection.abort();
    } catch (IOException _) {
      closeRaw();
    }
  }
}
