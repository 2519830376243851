package dev.tinwire.http;

import dev.tinwire.wire.ByteReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A message body as a stream that ends where the body ends and never takes a byte of what follows.
 * Closing it leaves the connection alone. Once it has failed it stays failed: after a fault in the
 * framing no later byte means anything. Public because both ends read bodies.
 */
public abstract sealed class Body extends InputStream
    permits LengthBody, ChunkedBody, UntilCloseBody {
  private @Nullable IOException failure;
  private boolean ended;
  private long bytes;

  Body() {}

  /** The body behind a head. What has no body reads as an empty one. */
  public static Body of(Framing framing, ByteReader in, Limits limits) {
    return framing.body(in, limits);
  }

  /** As {@link InputStream#read(byte[], int, int)} with at least one byte asked for. */
  abstract int next(byte[] into, int offset, int length) throws IOException;

  /** The same into a buffer with room. */
  abstract int next(ByteBuffer into) throws IOException;

  @Override
  public final int read(byte[] into, int offset, int length) throws IOException {
    if (failure != null) throw failure;
    if (length == 0) return 0;
    if (ended) return -1;
    try {
      return counted(next(into, offset, length));
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** The same into a buffer: into a direct one without a copy, where that can be. */
  public final int read(ByteBuffer into) throws IOException {
    if (failure != null) throw failure;
    if (!into.hasRemaining()) return 0;
    if (ended) return -1;
    try {
      return counted(next(into));
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  private int counted(int n) {
    ended = n < 0;
    if (n > 0) bytes += n;
    return n;
  }

  /** Reads no more than so many bytes. */
  static int atMost(ByteReader in, ByteBuffer into, long most) throws IOException {
    int limit = into.limit();
    if (into.remaining() > most) into.limit(into.position() + (int) most);
    try {
      return in.read(into);
    } finally {
      into.limit(limit);
    }
  }

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** The fields behind the last chunk, once the end was reached; never merged with the head's. */
  public Fields trailers() {
    return Fields.NONE;
  }

  /** How many bytes of it have been read. */
  public final long bytes() {
    return bytes;
  }

  /** Whether somebody has read as far as its end. */
  public final boolean ended() {
    return ended;
  }

  /**
   * Reads and drops what is left, so that the next message can be read.
   *
   * @param limit how many bytes that is worth; beyond it, closing is cheaper
   * @return whether the end was reached
   */
  public final boolean drain(long limit) throws IOException {
    byte[] dropped = new byte[8192];
    long left = limit;
    while (true) {
      // One byte more than is left to see whether the end is there.
      int n = read(dropped, 0, (int) Math.min(dropped.length, left + 1));
      if (n < 0) return true;
      left -= n;
      if (left < 0) return false;
    }
  }
}
