package dev.tinwire.httpclient;

import dev.tinwire.http.Body;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Framing;
import dev.tinwire.http.Persistence;
import dev.tinwire.wire.Deadline;
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
  private final BodyPatience patience;
  private final Framing framing;
  private final boolean reusable;
  private final long began;
  private long ended;
  private long bytes;
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
    this.patience = new BodyPatience(link, limits, deadline, nanoTime);
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

  /** Whether as much came as was announced; what is left to read is the end. */
  boolean allCame() {
    return framing instanceof Framing.Length(long length) && bytes >= length;
  }

  /** Whether all came that was announced; then the connection is given back already. */
  boolean isOver() {
    if (!allCame()) return false;
    if (!over) finish();
    return true;
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
    if (over) return -1;
    patience.waits();
    int n;
    try {
      n = body.read(into, offset, length);
    } catch (IOException e) {
      throw failed(e);
    }
    return counted(n);
  }

  /** The same into a buffer; into a direct one without a copy if {@link #isDirect}. */
  int read(ByteBuffer into) throws IOException {
    if (!into.hasRemaining()) return 0;
    if (over) return -1;
    patience.waits();
    int n;
    try {
      n = body.read(into);
    } catch (IOException e) {
      throw failed(e);
    }
    return counted(n);
  }

  boolean isDirect() {
    return link.connection().isDirect();
  }

  private int counted(int n) {
    ended = patience.came(Math.max(0, n));
    if (n < 0) {
      finish();
      return -1;
    }
    bytes += n;
    return n;
  }

  private IOException failed(IOException e) {
    IOException explained = patience.explained(e, bytes);
    abort();
    return explained;
  }

  private void finish() {
    over = true;
    patience.over();
    if (reusable) pool.give(link);
    else pool.discard(link);
  }

  @Override
  public void close() throws IOException {
    if (over) return;
    if (reusable && drained()) return;
    if (over) return;
    abort();
  }

  private void abort() {
    over = true;
    patience.over();
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
