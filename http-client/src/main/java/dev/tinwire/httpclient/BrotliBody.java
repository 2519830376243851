package dev.tinwire.httpclient;

import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/** A body in br (RFC 7932). The library begins to read when it is made, so it is made late. */
final class BrotliBody extends InputStream {
  private final PushbackInputStream in;
  private @Nullable BrotliInputStream decoder;
  private boolean empty;

  BrotliBody(InputStream in) {
    this.in = new PushbackInputStream(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    if (empty) return -1;
    try {
      BrotliInputStream out = decoder();
      return out == null ? -1 : out.read(into, from, count);
    } catch (WireException e) {
      throw e;
    } catch (IOException e) {
      // The library wraps what it makes of the bytes and what the bytes' own stream says alike.
      if (e.getCause() instanceof WireException broken) throw broken;
      throw new WireException("the body is not whole br, as its Content-Encoding says", e);
    } catch (RuntimeException e) {
      throw new WireException("the body is not br, as its Content-Encoding says", e);
    }
  }

  private @Nullable BrotliInputStream decoder() throws IOException {
    if (decoder != null) return decoder;
    int first = in.read();
    empty = first < 0;
    if (empty) return null;
    in.unread(first);
    decoder = new BrotliInputStream(in);
    return decoder;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
