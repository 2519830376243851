package dev.tinwire.httpclient;

import dev.tinwire.wire.WireException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a decoder that makes too much out of too little. */
final class BoundedOutput extends FilterInputStream {
  private final CountedInput coded;
  private final InflateLimits limits;
  private long count;

  BoundedOutput(InputStream plain, CountedInput coded, InflateLimits limits) {
    super(plain);
    this.coded = coded;
    this.limits = limits;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int n = super.read(into, from, length);
    if (n > 0) count += n;
    if (!limits.allows(coded.count(), count)) {
      throw new WireException(
          "the body is a bomb: %d bytes made %d bytes and more".formatted(coded.count(), count));
    }
    return n;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
