package dev.tinwire.httpclient;

import dev.tinwire.http.BodyOutput;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Exchange;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A request on its way out, piece by piece, each piece within the time for stalls. */
final class Sending extends OutputStream {
  private final Link link;
  private final ClientLimits limits;
  private final Deadline deadline;
  private long sent;

  Sending(Link link, ClientLimits limits, Deadline deadline) {
    this.link = link;
    this.limits = limits;
    this.deadline = deadline;
  }

  /** An answer came while we still send: there is no point in going on. */
  private static final class AnsweredEarly extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Bytes of the body that went out, its framing included. */
  long sent() {
    return sent;
  }

  /** Sends the head at once where there is nothing to wait for behind it. */
  void head(byte[] bytes) throws IOException {
    var writer = link.connection().writer();
    if (writer.hasRoomFor(bytes.length)) writer.write(bytes, 0, bytes.length);
    else guarded("sending the request", () -> written(bytes, 0, bytes.length));
  }

  /** Whether it was sent to its end. */
  boolean payload(Payload payload, boolean chunked) throws IOException {
    try {
      if (chunked) {
        write(payload, BodyOutput.chunked(this));
      } else if (payload.length().orElse(0) > 0) {
        write(payload, BodyOutput.ofLength(this, payload.length().orElseThrow()));
      }
      flush();
      return true;
    } catch (AnsweredEarly _) {
      return false;
    }
  }

  private static void write(Payload payload, BodyOutput out) throws IOException {
    payload.writeTo(out);
    out.finish();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (sent > 0 && link.connection().reader().anythingUnread()) throw new AnsweredEarly();
    guarded("sending the body", () -> written(bytes, offset, length));
    sent += length;
  }

  private @Nullable Void written(byte[] bytes, int offset, int length) throws IOException {
    link.connection().writer().write(bytes, offset, length);
    return null;
  }

  @Override
  public void flush() throws IOException {
    guarded("sending the request", link.flushing());
  }

  private void guarded(String doing, Exchange<@Nullable Void> writing) throws IOException {
    link.vigil().within(limits.step(deadline), doing, writing);
  }
}
