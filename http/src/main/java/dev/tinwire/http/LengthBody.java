package dev.tinwire.http;

import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.EndOfStream;
import java.io.IOException;
import java.nio.ByteBuffer;

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
    return noted(in.read(into, offset, (int) Math.min(length, left)));
  }

  @Override
  int next(ByteBuffer into) throws IOException {
    if (left == 0) return -1;
    return noted(atMost(in, into, left));
  }

  private int noted(int n) throws EndOfStream {
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
