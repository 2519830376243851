package dev.tinwire.wire;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Many waits, one after the other, under the eyes of the {@link Watchdog}: who reads a large body
 * waits thousands of times, and a {@link Guard} for each costs more than the reading (measured: 50
 * ms of processor time for 2 GiB). Here one guard stands for many: when its time comes, it looks
 * whether anybody has waited too long, and is armed anew if not.
 *
 * <p>Used by one thread at a time. Closing it calls the watchdog off, and leaves the socket open.
 */
public final class Vigil implements AutoCloseable {
  private final Closeable raw;
  private final LongSupplier nanoTime;
  private final BiFunction<Deadline, Closeable, Guard> arming;
  private @Nullable Guard guard;
  private long guardEnd;
  private long end;
  private boolean waiting;
  private boolean fired;

  /**
   * A vigil over the socket at the bottom.
   *
   * @param nanoTime the clock that {@link #begin} is told the time by
   */
  public Vigil(Closeable raw, LongSupplier nanoTime) {
    this(raw, nanoTime, Watchdog::guard);
  }

  Vigil(Closeable raw, LongSupplier nanoTime, BiFunction<Deadline, Closeable, Guard> arming) {
    this.raw = raw;
    this.nanoTime = nanoTime;
    this.arming = arming;
  }

  /** A wait begins, which is too long when the clock reads {@code end}. */
  public synchronized void begin(long end) {
    this.end = end;
    waiting = true;
    if (guard == null || end - guardEnd < 0) arm();
  }

  /**
   * Runs a whole exchange as one wait. An error that the vigil caused becomes a {@link TimedOut} in
   * words, and so does a success that came too late: what was read from a socket closed underneath
   * may be cut short.
   *
   * @param doing what is going on, to fill "timed out after 5s while …"
   */
  public <T extends @Nullable Object> T within(
      Deadline deadline, String doing, Exchange<T> exchange) throws IOException {
    long left = deadline.left();
    if (left <= 0) throw deadline.timedOut(doing);
    begin(nanoTime.getAsLong() + left);
    T result;
    try {
      result = exchange.run();
    } catch (IOException e) {
      if (!fired() || e instanceof TimedOut) throw e;
      TimedOut timedOut = deadline.timedOut(doing);
      timedOut.initCause(e);
      throw timedOut;
    } finally {
      end();
    }
    if (fired()) throw deadline.timedOut(doing);
    return result;
  }

  /** It is over. The guard stays, for the next one. */
  public synchronized void end() {
    waiting = false;
  }

  /** Whether a wait was too long, so that the socket was closed. */
  public synchronized boolean fired() {
    return fired;
  }

  @Override
  public synchronized void close() {
    waiting = false;
    if (guard != null) guard.close();
    guard = null;
  }

  private void arm() {
    if (guard != null) guard.close();
    guardEnd = end;
    var left = Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    guard = arming.apply(Deadline.in(left, nanoTime), this::look);
  }

  /** The guard's time has come; it is gone now. Nobody waiting, the next wait makes another. */
  private synchronized void look() throws IOException {
    guard = null;
    if (!waiting) return;
    if (end - nanoTime.getAsLong() > 0) {
      arm();
    } else {
      fired = true;
      raw.close();
    }
  }
}
