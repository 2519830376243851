package dev.tinwire.wire;

import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One exchange under the eyes of the {@link Watchdog}. Closing the guard calls the watchdog off; it
 * does not close the socket.
 */
public final class Guard implements AutoCloseable {
  /** By end, as differences because {@code nanoTime} may wrap; then in the order of arming. */
  static final Comparator<Guard> BY_END =
      (a, b) -> a.end != b.end ? Long.signum(a.end - b.end) : Long.compare(a.sequence, b.sequence);

  private enum State {
    ARMED,
    DISARMED,
    FIRED
  }

  private final Watchdog watchdog;
  private final Deadline deadline;
  private final Closeable raw;
  private final long end;
  private final long sequence;
  private final AtomicReference<State> state = new AtomicReference<>(State.ARMED);

  Guard(Watchdog watchdog, Deadline deadline, Closeable raw, long end, long sequence) {
    this.watchdog = watchdog;
    this.deadline = deadline;
    this.raw = raw;
    this.end = end;
    this.sequence = sequence;
  }

  long end() {
    return end;
  }

  /** Whether the deadline passed and the socket was closed. Once disarmed, never any more. */
  public boolean fired() {
    return state.get() == State.FIRED;
  }

  /** The error to throw for {@code e}: {@link TimedOut} if this guard closed the socket. */
  public IOException explained(IOException e, String doing) {
    if (!fired() || e instanceof TimedOut) return e;
    TimedOut timedOut = deadline.timedOut(doing);
    timedOut.initCause(e);
    return timedOut;
  }

  @Override
  public void close() {
    if (state.compareAndSet(State.ARMED, State.DISARMED)) watchdog.disarm(this);
  }

  void fire() {
    if (!state.compareAndSet(State.ARMED, State.FIRED)) return;
    try {
      raw.close();
    } catch (IOException | RuntimeException _) {
      // The socket is unusable either way, which was the aim, and whoever uses it hears of it.
      // Nothing may end the thread that all deadlines depend on.
    }
  }
}
