package dev.tinwire.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/**
 * A stream in memory that hands out a few bytes at a time, as a network does, so that a parser
 * meets every place where a read can end. May break at its end instead of ending.
 */
public final class Dripping extends InputStream {
  private final byte[] bytes;
  private final int size;
  private final Optional<IOException> fault;
  private int at;

  private Dripping(byte[] bytes, int size, Optional<IOException> fault) {
    if (size < 1) throw new IllegalArgumentException("drops of " + size + " bytes");
    this.bytes = bytes.clone();
    this.size = size;
    this.fault = fault;
  }

  /** The bytes, at most {@code size} for each read, then the end of the stream. */
  public static Dripping of(byte[] bytes, int size) {
    return new Dripping(bytes, size, Optional.empty());
  }

  /** The bytes, at most {@code size} for each read, then this exception again and again. */
  public static Dripping thenFailing(byte[] bytes, int size, IOException fault) {
    return new Dripping(bytes, size, Optional.of(fault));
  }

  /** How many bytes were asked for and handed out: a parser must not read past its message. */
  public int taken() {
    return at;
  }

  @Override
  public int read() throws IOException {
    return ended() ? -1 : bytes[at++] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) return 0;
    if (ended()) return -1;
    int n = Math.min(Math.min(size, length), bytes.length - at);
    System.arraycopy(bytes, at, into, offset, n);
    at += n;
    return n;
  }

  /** The next drop: more is never "there already". */
  @Override
  public int available() {
    return Math.min(size, bytes.length - at);
  }

  private boolean ended() throws IOException {
    if (at < bytes.length) return false;
    if (fault.isPresent()) throw fault.get();
    return true;
  }
}
