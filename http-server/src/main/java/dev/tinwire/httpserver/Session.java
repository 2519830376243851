package dev.tinwire.httpserver;

import dev.tinwire.http.Persistence;
import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Deadline;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * One connection from its first byte to its last, on a thread of its own:
 *
 * <pre>
 * [TLS]  *( head  body  handler  answer  rest of the body )  close
 * </pre>
 *
 * It owns the connection. Others may end it: the sweeper what takes too long, the shutdown all.
 */
final class Session implements Runnable {
  private final Reception reception;
  private final ServerLimits limits;
  private final Connection connection;
  private final InetSocketAddress client;
  private final Patience patience = new Patience(System::nanoTime);
  private volatile Optional<Thread> thread = Optional.empty();

  Session(
      Reception reception, ServerLimits limits, Connection connection, InetSocketAddress client) {
    this.reception = reception;
    this.limits = limits;
    this.connection = connection;
    this.client = client;
  }

  @Override
  public void run() {
    thread = Optional.of(Thread.currentThread());
    try {
      if (converse()) {
        connection.closeInStages(Deadline.in(ServerLimits.LINGER));
      } else {
        connection.close();
      }
    } catch (IOException _) {
      abort(); // The client is gone, was given up, or must not take what it has for all there is.
    } catch (RuntimeException | Error e) {
      abort(); // A bug of ours, or no memory: whoever looks after threads will hear of it.
      throw e;
    }
  }

  /** Whether it was us who ended the conversation. */
  private boolean converse() throws IOException {
    Duration wait = limits.head(); // A connection is made to be used at once.
    patience.idle(wait);
    Optional<Reception.Received> received = reception.receive(connection, client, patience);
    if (received.isEmpty()) return false;
    Link link = received.get().link();
    Service here = received.get().service();
    var courtesy = new Courtesy();
    while (true) {
      link.input().head();
      switch (Incoming.next(link.reader(), patience, wait, limits.head(), limits.messages())) {
        case Incoming.End() -> {
          return false;
        }
        case Incoming.Bad(var status, var sentence) -> {
          Reply.toNothing(here, link).send(Refusal.of(status, sentence), Persistence.CLOSE);
          return true;
        }
        case Incoming.Request(var head) -> {
          if (new Turn(here, link, head).take() == Persistence.CLOSE) return true;
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

  /** Ends what has taken too long. Called by the sweeper; never blocks. */
  void giveUp(Patience.Phase phase) {
    switch (phase) {
      case WORKING -> {}
      case IDLE -> closeRaw();
      case HEAD -> endReading();
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

  /** Leaves the way out open, for a 408. */
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
