package dev.tinwire.httpserver;

import dev.tinwire.http.BadMessage;
import dev.tinwire.wire.Sizes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A body that a handler reads up to a limit; beyond it the client is told 413 and the connection
 * closed. One that says at once how long it is is refused before a byte of it is asked for.
 */
final class LimitedBody extends InputStream {
  private final InputStream body;
  private final long limit;
  private long left;

  private LimitedBody(InputStream body, long limit) {
    this.body = body;
    this.limit = limit;
    this.left = limit;
  }

  /**
   * The body of a request, of which so many bytes are welcome.
   *
   * @throws BadMessage with 413; a handler lets it pass
   */
  static InputStream of(Request request, long limit) throws BadMessage {
    var length = request.fields().first("Content-Length");
    // The framing was read from the same field: these are digits, and few enough for a long.
    if (length.isPresent() && Long.parseLong(length.get()) > limit) throw tooLarge(limit);
    return new LimitedBody(request.body(), limit);
  }

  static BadMessage tooLarge(long limit) {
    return new BadMessage(
        Refusal.CONTENT_TOO_LARGE, "at most " + Sizes.readable(limit) + " are taken here");
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) return 0;
    // One byte more than is left, to see whether the end is there.
    int n = body.read(into, offset, (int) Math.min(length, left + 1));
    if (n > left) throw tooLarge(limit);
    if (n > 0) left -= n;
    return n;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}
