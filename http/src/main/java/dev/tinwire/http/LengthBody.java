package dev.tinwire.http;

import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.EndOfStream;
import java.io.IOException;

/** A body of known length. Fewer bytes than announced are an error (RFC 9112 §8). */
final class LengthBody extends Body {
  private final ByteReader in;
  private final long expected;
  private long left;

  LengthBody(ByteReader in, long expected) {
    this.in = in;
    this.expected = expected;
    this.left = expected;
  }

  @Override
  int next(byte[] into, int offset, int length) throws IOException {
    if (left == 0) return -1;
    int n = in.read(into, offset, (int) Math.min(length, left));
    if (n < 0) {
      throw new EndOfStream(
          "connection closed after "
              + (expected - left)
              + " of "
              + expected
              + " bytes of the body");
    }
    left -= n;
    return n;
  }
}
