package dev.tinwire.httpclient;

import dev.tinwire.http.Body;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Framing;
import dev.tinwire.http.Persistence;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Durations;
import dev.tinwire.wire.Guard;
import dev.tinwire.wire.TimedOut;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.Watchdog;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * The body of an answer as it comes in. At its end the connection goes back to the pool; closed
 * before, it is read on where little is left and ended where not. A body that is cut short is an
 * error, and a peer that hardly sends anything any more is one as well.
 */
final class ReceivedBody extends InputStream {
  /** So much is read for the sake of the connection. */
  private static final long WORTH_DRAINING = 64 * 1024;

  private final Body body;
  private final Link link;
  private final Pool pool;
  private final ClientLimits limits;
  private final Deadline deadline;
  private final LongSupplier nanoTime;
  private final Framing framing;
  private final boolean reusable;
  private final long began;
  private long ended;
  private long bytes;
  private long windowBytes;
  private long windowNanos;
  private boolean over;

  ReceivedBody(
      Roundtrip.Answer answer,
      Link link,
      Pool pool,
      ClientLimits limits,
      Deadline deadline,
      LongSupplier nanoTime) {
    this.body = answer.body();
    this.link = link;
    this.pool = pool;
    this.limits = limits;
    this.deadline = deadline;
    this.nanoTime = nanoTime;
    this.framing = answer.framing();
    var head = answer.head();
    this.reusable =
        answer.whole()
            && Persistence.ofResponse(head.line().version(), head.fields(), answer.framing())
                == Persistence.KEEP_OPEN;
    this.began = nanoTime.getAsLong();
    this.ended = began;
    if (answer.framing() instanceof Framing.None || isEmpty(answer.framing())) finish();
  }

  private static boolean isEmpty(Framing framing) {
    return framing instanceof Framing.Length(long length) && length == 0;
  }

  /** Whether there is nothing in it, not even a coded nothing. */
  boolean isEmpty() {
    return framing instanceof Framing.None || isEmpty(framing);
  }

  /** How long it is going to be, if the server said so. */
  OptionalLong length() {
    return framing instanceof Framing.Length(long length)
        ? OptionalLong.of(length)
        : OptionalLong.empty();
  }

  /** Bytes that came until now, before any content coding is undone. */
  long received() {
    return bytes;
  }

  /** From the head to the last byte until now. */
  Duration time() {
    return Duration.ofNanos(ended - began);
  }

  Fields trailers() {
    return body.trailers();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) return 0;
    return counted(over ? -1 : guarded(() -> body.read(into, offset, length)));
  }

  /** The same into a buffer; into a direct one without a copy if {@link #isDirect}. */
  int read(ByteBuffer into) throws IOException {
    if (!into.hasRemaining()) return 0;
    return counted(over ? -1 : guarded(() -> body.read(into)));
  }

  boolean isDirect() {
    return link.connection().isDirect();
  }

  private int counted(int n) {
    if (over) return -1;
    ended = nanoTime.getAsLong();
    if (n < 0) {
      finish();
      return -1;
    }
    bytes += n;
    windowBytes += n;
    if (windowBytes >= ClientLimits.STALL_BYTES) {
      windowBytes = 0;
      windowNanos = 0;
    }
    return n;
  }

  /** One read of the body. */
  @FunctionalInterface
  private interface Reading {
    int read() throws IOException;
  }

  /** The guard stands only while we wait: a reader of ours that rests is not the peer's fault. */
  private int guarded(Reading reading) throws IOException {
    long start = nanoTime.getAsLong();
    Deadline step = limits.stall().map(time -> deadline.orSooner(left(time))).orElse(deadline);
    Guard guard = Watchdog.guard(step, link.connection().raw());
    try (guard) {
      return reading.read();
    } catch (IOException e) {
      over = true;
      pool.abort(link);
      throw explained(e, guard);
    } finally {
      windowNanos += nanoTime.getAsLong() - start;
    }
  }

  private Duration left(Duration stall) {
    return stall.minusNanos(windowNanos).isNegative()
        ? Duration.ZERO
        : stall.minusNanos(windowNanos);
  }

  private IOException explained(IOException e, Guard guard) {
    if (!guard.fired()) return e instanceof WireException ? e : broken(e);
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

  private WireException broken(IOException e) {
    return new WireException(
        link.route()
            + " broke the connection after "
            + bytes
            + " bytes of the body ("
            + Visible.of(String.valueOf(e.getMessage()))
            + ")",
        e);
  }

  private void finish() {
    over = true;
    if (reusable) pool.give(link);
    else pool.discard(link);
  }

  /** Whether all of it came. */
  boolean complete() {
    return body.ended();
  }

  @Override
  public void close() throws IOException {
    if (over) return;
    if (reusable && drained()) return;
    if (over) return;
    over = true;
    pool.abort(link);
  }

  private boolean drained() {
    try {
      byte[] bin = new byte[8192];
      for (long left = WORTH_DRAINING; left > 0; ) {
        int n = read(bin, 0, bin.length);
        if (n < 0) return true;
        left -= n;
      }
    } catch (IOException _) {
      // Then it is not worth keeping.
    }
    return false;
  }
}
