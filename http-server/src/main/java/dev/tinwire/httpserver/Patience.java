package dev.tinwire.httpserver;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What one connection waits for at present, and until when. The session writes it, the sweeper of
 * {@link Sessions} reads it: one volatile write a phase, where a {@code Watchdog}'s guard takes a
 * lock that all connections share.
 */
final class Patience {
  /** What the connection is doing. */
  enum Phase {
    /** Our own work; nobody keeps us waiting. */
    WORKING,
    /** Between two requests. */
    IDLE,
    /** A request has begun and its head is not there yet. */
    HEAD,
    /** The peer sends a body, takes an answer or shakes hands. */
    TRANSFER,
    /** The answer is there, and of the request's body, which nobody wants, the rest is to come. */
    UNWANTED
  }

  /**
   * A phase and its end.
   *
   * @param end as {@link System#nanoTime} counts; of no meaning while {@code WORKING}
   */
  record Wait(Phase phase, long end) {
    boolean over(long now) {
      return phase != Phase.WORKING && end - now <= 0;
    }

    /** Whether it is one wait with that earlier one: of a transfer every piece moves the end. */
    boolean continues(Wait earlier) {
      return switch (phase) {
        case WORKING -> false;
        case IDLE, HEAD -> equals(earlier);
        case TRANSFER, UNWANTED -> phase == earlier.phase;
      };
    }
  }

  /** Nobody is waited for. */
  static final Wait WORKING = new Wait(Phase.WORKING, 0);

  private final LongSupplier nanoTime;
  private volatile Wait wait = WORKING;

  Patience(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  Wait current() {
    return wait;
  }

  /** Whether it has lasted too long by now. */
  boolean over() {
    return wait.over(nanoTime.getAsLong());
  }

  void working() {
    wait = WORKING;
  }

  void idle(Duration limit) {
    wait = new Wait(Phase.IDLE, nanoTime.getAsLong() + limit.toNanos());
  }

  void head(Duration limit) {
    wait = new Wait(Phase.HEAD, nanoTime.getAsLong() + limit.toNanos());
  }

  void handshake(Duration limit) {
    wait = new Wait(Phase.TRANSFER, nanoTime.getAsLong() + limit.toNanos());
  }

  /** Measures one direction of one exchange from now on. */
  Progress progress(Pace pace) {
    return new Progress(this, pace, Phase.TRANSFER);
  }

  /** The same for what is read to be dropped. */
  Progress dropping(Pace pace) {
    return new Progress(this, pace, Phase.UNWANTED);
  }

  /** How far a message has come, and how long its peer has kept us waiting for that. */
  static final class Progress {
    private final Patience patience;
    private final Pace pace;
    private final Phase phase;
    private long waited;
    private long bytes;
    private long since;

    private Progress(Patience patience, Pace pace, Phase phase) {
      this.patience = patience;
      this.pace = pace;
      this.phase = phase;
    }

    /** Just before a call that may block on the peer. */
    void waiting() {
      since = patience.nanoTime.getAsLong();
      patience.wait = new Wait(phase, since + pace.patience(waited, bytes));
    }

    /** Just after it. */
    void moved(long count) {
      patience.wait = WORKING;
      waited += patience.nanoTime.getAsLong() - since;
      bytes += count;
    }

    /** Whether that wait ends soon, unless something moves. */
    boolean endsWithin(Duration time) {
      return patience.wait.over(patience.nanoTime.getAsLong() + time.toNanos());
    }

    long bytes() {
      return bytes;
    }
  }
}
