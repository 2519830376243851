package dev.tinwire.httpclient;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what passes. */
final class CountedInput extends FilterInputStream {
  private long count;

  CountedInput(InputStream in) {
    super(in);
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    if (octet >= 0) count++;
    return octet;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int n = super.read(into, from, length);
    if (n > 0) count += n;
    return n;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long n = super.skip(bytes);
    count += n;
    return n;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
