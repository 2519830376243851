package dev.tinwire.httpclient;

import java.io.IOException;
import java.io.InputStream;

/**
 * A body in "deflate" (RFC 9110 §8.4.1.2), which is zlib's format (RFC 1950).
 *
 * <p>A leniency: some servers send the bare deflate stream inside it. No bare stream in use begins
 * as zlib's header does, with 8 in the low four bits, so the first octet tells them apart.
 */
final class DeflateBody extends InputStream {
  private final DeflatedInput in;
  private boolean begun;
  private boolean ended;

  DeflateBody(InputStream in) {
    this.in = new DeflatedInput(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    if (!begun) {
      int first = in.peek();
      ended = first < 0; // nothing at all is an empty body
      in.begin((first & 0x0f) != 8);
      begun = true;
    }
    return ended ? -1 : in.read(into, from, count);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
