package dev.tinwire.httpserver;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream of which somebody has read the beginning already. Unlike a {@code SequenceInputStream}
 * it leaves the rest open at its end: behind it is a socket, on which we may still have to answer.
 */
final class Resumed extends FilterInputStream {
  private final byte[] seen;
  private int at;

  Resumed(byte[] seen, InputStream rest) {
    super(rest);
    this.seen = seen;
  }

  @Override
  public int read() throws IOException {
    return at < seen.length ? seen[at++] & 0xff : in.read();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (at == seen.length) return in.read(into, offset, length);
    int n = Math.min(length, seen.length - at);
    System.arraycopy(seen, at, into, offset, n);
    at += n;
    return n;
  }

  @Override
  public int available() throws IOException {
    return at < seen.length ? seen.length - at : in.available();
  }
}
