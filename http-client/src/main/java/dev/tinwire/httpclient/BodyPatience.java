package dev.tinwire.httpclient;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Durations;
import dev.tinwire.wire.TimedOut;
import dev.tinwire.wire.Vigil;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a body is waited for: not past the deadline of its exchange, and no longer than the time
 * for stalls for each {@link ClientLimits#STALL_BYTES} of it. Only waiting counts: a reader of ours
 * that rests is not the peer's fault.
 */
final class BodyPatience {
  /** As good as for ever, and still far from where the clock would wrap. */
  private static final Duration EVER = Duration.ofNanos(Long.MAX_VALUE / 4);

  private final Link link;
  private final ClientLimits limits;
  private final Deadline deadline;
  private final LongSupplier nanoTime;
  private final Vigil vigil;
  private final long stall;
  private final long last;
  private long began;
  private long windowBytes;
  private long windowNanos;

  BodyPatience(Link link, ClientLimits limits, Deadline deadline, LongSupplier nanoTime) {
    this.link = link;
    this.limits = limits;
    this.deadline = deadline;
    this.nanoTime = nanoTime;
    this.vigil = link.vigil();
    this.stall = atMostEver(limits.stall().orElse(EVER));
    this.last = nanoTime.getAsLong() + atMostEver(deadline.remaining());
  }

  private static long atMostEver(Duration time) {
    return (time.compareTo(EVER) < 0 ? time : EVER).toNanos();
  }

  /** A read begins. */
  void waits() {
    began = nanoTime.getAsLong();
    long end = began + Math.max(0, stall - windowNanos);
    vigil.begin(last - end < 0 ? last : end);
  }

  /** It brought so many bytes; when that was. */
  long came(int bytes) {
    vigil.end();
    long now = nanoTime.getAsLong();
    windowBytes += bytes;
    if (windowBytes >= ClientLimits.STALL_BYTES) {
      windowBytes = 0;
      windowNanos = 0;
    } else {
      windowNanos += now - began;
    }
    return now;
  }

  /** Nothing is waited for any more. */
  void over() {
    vigil.end();
  }

  /** Why a read failed, in words. */
  IOException explained(IOException e, long bytes) {
    if (!vigil.fired()) return e instanceof WireException ? e : broken(e, bytes);
    if (deadline.passed()) {
      return deadline.timedOut("receiving the body (" + bytes + " bytes came)");
    }
    return new TimedOut(
        link.route()
            + " stalled: less than "
            + ClientLimits.STALL_BYTES
            + " bytes within "
            + Durations.print(limits.stall().orElseThrow())
            + " ("
            + bytes
            + " bytes came before)");
  }

  private WireException broken(IOException e, long bytes) {
    return new WireException(
        link.route()
            + " broke the connection after "
            + bytes
            + " bytes of the body ("
            + Visible.of(String.valueOf(e.getMessage()))
            + ")",
        e);
  }
}
