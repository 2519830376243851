package dev.tinwire.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream by lines and by exact lengths, never without a limit. What it took from the stream
 * and has not handed out stays here and can be seen ({@link #anythingUnread()}): nothing slips past
 * a protocol change such as STARTTLS.
 */
public final class ByteReader {
  static final int CAPACITY = 8 * 1024;

  private final InputStream in;
  private final @Nullable ReadableByteChannel channel;
  private byte[] buffer;
  private int start;
  private int end;

  public ByteReader(InputStream in) {
    this(in, CAPACITY);
  }

  public ByteReader(InputStream in, int capacity) {
    this(in, null, capacity);
  }

  /**
   * Reads a socket that has a channel as well.
   *
   * @param channel the way past the stream for large reads; it has no bytes of its own
   */
  ByteReader(InputStream in, @Nullable ReadableByteChannel channel, int capacity) {
    if (capacity < 1) throw new IllegalArgumentException("capacity " + capacity);
    this.in = in;
    this.channel = channel;
    this.buffer = new byte[capacity];
  }

  /**
   * The next line, one character for each byte, without its CRLF. A lone CR or LF is refused: what
   * one parser takes for the end of a line and another does not is how messages are smuggled (RFC
   * 9112 §2.2).
   *
   * @param what names the line in errors ("request line")
   * @param limit how many bytes it may have, the CRLF not counted
   */
  public String line(String what, int limit) throws IOException {
    return cut(what, lengthOfLine(what, limit), false);
  }

  /**
   * As {@link #line}, but a bare LF ends a line too. Only for protocols that allow it (RFC 9112
   * §2.2), and only where nobody stands between who may read otherwise.
   */
  public String lineOrBareLf(String what, int limit) throws IOException {
    return cut(what, lengthOfLine(what, limit), true);
  }

  /** How many bytes stand before the next LF; waits until there is one. */
  private int lengthOfLine(String what, int limit) throws IOException {
    int looked = 0;
    while (true) {
      for (; looked < end - start; looked++) {
        byte b = buffer[start + looked];
        if (b == '\n') return looked;
        // limit + 1: the CR of a line that is just as long as it may be.
        if (looked > limit || (looked == limit && b != '\r')) throw new TooLong(what, limit);
      }
      if (!fill()) {
        throw new EndOfStream(
            looked == 0
                ? "connection closed before the " + what
                : "connection closed inside the " + what);
      }
    }
  }

  private String cut(String what, int length, boolean bareLf) throws Malformed {
    int cr = indexOfCr(length);
    if (cr < 0 && !bareLf) {
      throw new Malformed(
          what, text(start, length), length, "ends with a bare LF instead of CR LF");
    }
    if (cr >= 0 && cr < length - 1) {
      throw new Malformed(what, text(start, length), cr, "has a bare CR inside");
    }
    String line = text(start, cr < 0 ? length : cr);
    start += length + 1;
    return line;
  }

  private int indexOfCr(int length) {
    for (int i = 0; i < length; i++) if (buffer[start + i] == '\r') return i;
    return -1;
  }

  private String text(int from, int length) {
    return new String(buffer, from, length, StandardCharsets.ISO_8859_1);
  }

  /**
   * Takes these bytes if they are here and come next, else nothing. Never waits.
   *
   * @return whether it took them
   */
  public boolean takeIfNext(byte[] expected) {
    int length = expected.length;
    if (end - start < length) return false;
    // By hand: no code is compiled yet when a short command reads its heads, and then what the
    // library does for each eight bytes costs more than this does for each.
    byte[] held = buffer;
    for (int i = start, j = 0; j < length; i++, j++) if (held[i] != expected[j]) return false;
    start += length;
    return true;
  }

  /** Exactly {@code length} bytes. */
  public byte[] exactly(String what, int length) throws IOException {
    byte[] bytes = new byte[length];
    for (int got = 0; got < length; ) {
      int n = read(bytes, got, length - got);
      if (n < 0) {
        throw new EndOfStream(
            "connection closed after " + got + " of " + length + " bytes of the " + what);
      }
      got += n;
    }
    return bytes;
  }

  /** Throws away exactly {@code length} bytes. */
  public void skip(String what, long length) throws IOException {
    for (long gone = 0; gone < length; ) {
      if (start == end && !fill()) {
        throw new EndOfStream(
            "connection closed after " + gone + " of " + length + " bytes of the " + what);
      }
      int n = (int) Math.min(length - gone, end - start);
      start += n;
      gone += n;
    }
  }

  /**
   * As {@link InputStream#read(byte[], int, int)}: what is here already, or else one read of the
   * stream.
   */
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) return 0;
    if (start == end) {
      // A large read goes straight through; copying it twice would only cost.
      if (length >= buffer.length) return in.read(into, offset, length);
      if (!fill()) return -1;
    }
    int n = Math.min(length, end - start);
    System.arraycopy(buffer, start, into, offset, n);
    start += n;
    return n;
  }

  /**
   * The same into a buffer. What comes from a channel gets into a direct one without being copied,
   * which halves the cost of receiving much (measured: 2 GiB).
   */
  public int read(ByteBuffer into) throws IOException {
    if (start == end && channel != null) return channel.read(into);
    if (start == end && !fill()) return -1;
    int n = Math.min(into.remaining(), end - start);
    into.put(buffer, start, n);
    start += n;
    return n;
  }

  /** Waits for a byte and says whether the stream ended instead. */
  public boolean atEnd() throws IOException {
    return start == end && !fill();
  }

  /** Whether a byte is here, or in the kernel, that nobody asked for yet. Does not wait. */
  public boolean anythingUnread() throws IOException {
    return anythingBuffered() || in.available() > 0;
  }

  /** Whether this reader itself holds a byte that nobody asked for yet. Asks nobody. */
  public boolean anythingBuffered() {
    return start < end;
  }

  private boolean fill() throws IOException {
    if (start == end) {
      start = 0;
      end = 0;
    } else if (end == buffer.length && start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    } else if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2); // bounded: line() stops at its limit
    }
    int n = in.read(buffer, end, buffer.length - end);
    if (n < 0) return false;
    end += n;
    return true;
  }
}
