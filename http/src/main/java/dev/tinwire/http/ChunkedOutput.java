package dev.tinwire.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes chunks (RFC 9112 §7.1), one for each buffer full and one for each flush. */
final class ChunkedOutput extends BodyOutput {
  private static final byte[] CRLF = {'\r', '\n'};
  private static final byte[] LAST = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final byte[] buffer = new byte[8 * 1024];
  private int filled;

  ChunkedOutput(OutputStream out) {
    super(out);
  }

  @Override
  void send(byte[] bytes, int offset, int length) throws IOException {
    if (length > buffer.length - filled) endChunk();
    if (length >= buffer.length) {
      chunk(bytes, offset, length);
    } else {
      System.arraycopy(bytes, offset, buffer, filled, length);
      filled += length;
    }
  }

  @Override
  public void flush() throws IOException {
    endChunk();
    out.flush();
  }

  @Override
  void end() throws IOException {
    endChunk();
    out.write(LAST);
  }

  private void endChunk() throws IOException {
    if (filled > 0) chunk(buffer, 0, filled); // an empty chunk would be the last one
    filled = 0;
  }

  private void chunk(byte[] bytes, int offset, int length) throws IOException {
    out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(bytes, offset, length);
    out.write(CRLF);
  }
}
