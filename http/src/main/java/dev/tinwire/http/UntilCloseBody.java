package dev.tinwire.http;

import dev.tinwire.wire.ByteReader;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A body that goes on until the connection ends (RFC 9112 §6.3, last rule). */
final class UntilCloseBody extends Body {
  private final ByteReader in;

  UntilCloseBody(ByteReader in) {
    this.in = in;
  }

  @Override
  int next(byte[] into, int offset, int length) throws IOException {
    return in.read(into, offset, length);
  }

  @Override
  int next(ByteBuffer into) throws IOException {
    return in.read(into);
  }
}
