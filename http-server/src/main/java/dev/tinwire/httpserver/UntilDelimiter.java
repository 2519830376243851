package dev.tinwire.httpserver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A stream cut into pieces by a delimiter that begins with a line break. It reads one piece, to
 * where the delimiter begins; then what stands behind the delimiter is looked at, and the next
 * piece begins.
 */
final class UntilDelimiter extends InputStream {
  private static final int BLOCK = 64 * 1024;

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer;
  private int start;
  private int end;

  /** Up to here there is no delimiter. */
  private int clear;

  private boolean atDelimiter;

  UntilDelimiter(InputStream in, byte[] delimiter) {
    this.in = in;
    this.delimiter = delimiter;
    this.buffer = new byte[BLOCK];
    // The very first one needs no line break before it; so we pretend that there was one.
    buffer[0] = '\r';
    buffer[1] = '\n';
    end = 2;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) return 0;
    while (start == clear && !atDelimiter) look();
    if (start == clear) return -1;
    int n = Math.min(length, clear - start);
    System.arraycopy(buffer, start, into, offset, n);
    start += n;
    return n;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Drops the rest of this piece. */
  void skip() throws IOException {
    while (!atDelimiter) {
      start = clear;
      look();
    }
    start = clear;
  }

  /** Finds the delimiter in what is here, or as much as is certainly before it. */
  private void look() throws IOException {
    for (; clear + delimiter.length <= end; clear++) {
      if (buffer[clear] == '\r' && matches(clear)) {
        atDelimiter = true;
        return;
      }
    }
    if (start == clear) fill("the next boundary");
  }

  private boolean matches(int at) {
    for (int i = 0; i < delimiter.length; i++) {
      if (buffer[at + i] != delimiter[i]) return false;
    }
    return true;
  }

  /** Whether the delimiter reached was the last; else one line ends there. */
  boolean closes() throws IOException {
    start += delimiter.length;
    need(2, "the end of the boundary");
    if (buffer[start] == '-' && buffer[start + 1] == '-') return true;
    if (!line(80).isBlank()) throw FormParts.bad("something stands behind a boundary");
    return false;
  }

  /** A line of what stands between delimiter and piece. */
  String line(int most) throws IOException {
    for (int length = 0; length <= most; length++) {
      need(length + 2, "the end of a line");
      if (buffer[start + length] == '\r' && buffer[start + length + 1] == '\n') {
        String line = new String(buffer, start, length, StandardCharsets.ISO_8859_1);
        start += length + 2;
        return line;
      }
    }
    throw FormParts.bad("a line of a form is longer than " + most + " bytes");
  }

  /** A piece begins here. */
  void begin() {
    clear = start;
    atDelimiter = false;
  }

  /** The rest means nothing (RFC 2046 §5.1.1), and is read so that the next request is found. */
  void skipAll() throws IOException {
    do {
      start = end;
      clear = end;
    } while (more());
  }

  private void need(int bytes, String what) throws IOException {
    while (end - start < bytes) fill(what);
  }

  private void fill(String what) throws IOException {
    if (!more()) throw FormParts.bad("the form ends before " + what);
  }

  private boolean more() throws IOException {
    System.arraycopy(buffer, start, buffer, 0, end - start);
    clear -= start;
    end -= start;
    start = 0;
    int n = in.read(buffer, end, buffer.length - end);
    if (n < 0) return false;
    end += n;
    return true;
  }
}
