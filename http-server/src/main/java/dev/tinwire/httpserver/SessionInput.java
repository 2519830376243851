package dev.tinwire.httpserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends, under the {@link Pace} while it is a body. It knows when we are about to
 * wait for the client, which is the moment to tell it to go on (RFC 9110 §10.1.1): a handler that
 * never reads the body never invites it.
 */
final class SessionInput extends InputStream {
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private final OutputStream out;
  private Patience.@Nullable Progress body;
  private boolean invitationDue;
  private boolean broken;

  SessionInput(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /** A head is read next, under the deadline of the whole head. */
  void head() {
    body = null;
    invitationDue = false;
  }

  /** A body is read next. */
  void body(Patience.Progress progress, boolean invite) {
    body = progress;
    invitationDue = invite;
  }

  /** Whether the client still waits to be told; then nobody knows if its body will ever come. */
  boolean uninvited() {
    return invitationDue;
  }

  /** Whether the client went away or was given up, so that there is nobody to answer. */
  boolean broken() {
    return broken;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      if (invitationDue) {
        invitationDue = false;
        out.write(CONTINUE);
      }
      int n = body == null ? in.read(into, offset, length) : paced(body, into, offset, length);
      if (n < 0) broken = true;
      return n;
    } catch (IOException e) {
      broken = true;
      throw e;
    }
  }

  private int paced(Patience.Progress progress, byte[] into, int offset, int length)
      throws IOException {
    progress.waiting();
    int n = in.read(into, offset, length);
    progress.moved(Math.max(n, 0));
    return n;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }
}
