package dev.tinwire.httpclient;

import dev.tinwire.wire.EndOfStream;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Deflate (RFC 1951) out of a stream, with what stands before and behind it left to be read. The
 * JDK's streams take a stream that is cut short for a shorter one in some places, and say "null" in
 * others; this one says what is wrong.
 */
final class DeflatedInput implements AutoCloseable {
  private final InputStream in;
  private final byte[] buffer = new byte[16 * 1024];
  private int from;
  private int to;
  private Inflater inflater = new Inflater(true);
  private boolean fed;

  DeflatedInput(InputStream in) {
    this.in = in;
  }

  /** Begins anew, behind what was read. */
  void begin(boolean raw) {
    inflater.end();
    inflater = new Inflater(raw);
    fed = false;
  }

  /** The next octet outside the deflate stream, -1 at the end. */
  int octet() throws IOException {
    return filled() ? buffer[from++] & 0xff : -1;
  }

  /** The next octet, left where it is. */
  int peek() throws IOException {
    return filled() ? buffer[from] & 0xff : -1;
  }

  private boolean filled() throws IOException {
    if (from < to) return true;
    int n = in.read(buffer);
    from = 0;
    to = Math.max(0, n);
    return n > 0;
  }

  /** Some bytes of what was compressed, -1 where it ends. */
  int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) return 0; // else it would ask for ever
    try {
      while (!inflater.finished()) {
        int n = inflater.inflate(into, offset, length);
        if (fed) from = to - inflater.getRemaining();
        if (n > 0) return n;
        if (inflater.needsDictionary()) throw new WireException("the body needs a dictionary");
        if (!inflater.finished() && inflater.needsInput()) feed();
      }
      return -1;
    } catch (DataFormatException e) {
      throw new WireException("the body is not compressed as its Content-Encoding says", e);
    }
  }

  private void feed() throws IOException {
    if (!filled()) throw new EndOfStream("the compressed body was cut short");
    inflater.setInput(buffer, from, to - from);
    fed = true;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
