package dev.tinwire.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A message body on its way out. {@link #finish} says that it is whole; closing says nothing, so
 * that a body broken off by an exception cannot look like a whole one: whoever did not get as far
 * as {@code finish} must close the connection. Public because both ends write bodies.
 */
public abstract sealed class BodyOutput extends FilterOutputStream
    permits LengthOutput, ChunkedOutput {
  private boolean finished;

  BodyOutput(OutputStream out) {
    super(out);
  }

  /** A body of that many bytes; another number of them is an error. */
  public static BodyOutput ofLength(OutputStream out, long bytes) {
    return new LengthOutput(out, bytes);
  }

  /**
   * A body of unknown length; bytes are gathered into chunks until {@link #flush()}.
   *
   * @param out should gather as well, for a chunk is three small writes
   */
  public static BodyOutput chunked(OutputStream out) {
    return new ChunkedOutput(out);
  }

  abstract void send(byte[] bytes, int offset, int length) throws IOException;

  abstract void end() throws IOException;

  @Override
  public final void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public final void write(byte[] bytes, int offset, int length) throws IOException {
    demandUnfinished();
    send(bytes, offset, length);
  }

  /** Ends the body and flushes; the connection stays open. */
  public final void finish() throws IOException {
    demandUnfinished();
    end();
    finished = true;
    out.flush();
  }

  /** What came behind the end would be taken for the next message. */
  private void demandUnfinished() {
    if (finished) throw new IllegalStateException("the body is finished");
  }

  /** Leaves the connection alone, and the body as unfinished as it is. */
  @Override
  public final void close() {}
}
