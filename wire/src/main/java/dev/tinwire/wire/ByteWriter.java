package dev.tinwire.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Collects what is to be sent and hands it to the stream when the turn is over, in one piece where
 * it fits: with TCP_NODELAY each piece is a packet. Nothing is sent before {@link #flush()} except
 * what does not fit.
 */
public final class ByteWriter extends OutputStream {
  private final OutputStream out;
  private final byte[] buffer;
  private int held;

  public ByteWriter(OutputStream out) {
    this(out, 16 * 1024);
  }

  public ByteWriter(OutputStream out, int capacity) {
    if (capacity < 1) throw new IllegalArgumentException("capacity " + capacity);
    this.out = out;
    this.buffer = new byte[capacity];
  }

  /** A line of US-ASCII and its CRLF. */
  public void line(String text) throws IOException {
    line(text, StandardCharsets.US_ASCII);
  }

  /**
   * A line and its CRLF. The last wall against injected lines: a control character (only HTAB is
   * let through, RFC 9110 §5.5), or one the charset does not have, is a mistake of ours that a
   * check further up should have seen. The exception does not repeat the line, which may hold a
   * secret.
   */
  public void line(String text, Charset charset) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        throw new IllegalArgumentException("control character " + (int) c + " in a line at " + i);
      }
    }
    byte[] bytes = encoded(text, charset);
    write(bytes, 0, bytes.length);
    write('\r');
    write('\n');
  }

  /** Never {@code (byte) char}: U+560A would become an LF (CVE-2025-7962). */
  private static byte[] encoded(String text, Charset charset) {
    byte[] bytes = text.getBytes(charset);
    // What the charset does not have became a question mark. A coder that complains by itself goes
    // character by character, which is slow in a young JVM.
    if (!new String(bytes, charset).equals(text)) {
      throw new IllegalArgumentException("a line that is not " + charset);
    }
    return bytes;
  }

  /** Whether so many bytes can be written without anything being sent, and so without a wait. */
  public boolean hasRoomFor(int length) {
    return length < buffer.length - held;
  }

  @Override
  public void write(int b) throws IOException {
    if (held == buffer.length) release();
    buffer[held++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (length > buffer.length - held) release();
    if (length >= buffer.length) {
      out.write(bytes, offset, length); // copying a large piece would only cost
    } else {
      System.arraycopy(bytes, offset, buffer, held, length);
      held += length;
    }
  }

  /** Sends what is held: the turn is over. */
  @Override
  public void flush() throws IOException {
    release();
    out.flush();
  }

  /** Flushes. The stream belongs to its connection, which closes it. */
  @Override
  public void close() throws IOException {
    flush();
  }

  /** Whether something waits for a flush. */
  public boolean anythingUnsent() {
    return held > 0;
  }

  private void release() throws IOException {
    int length = held;
    held = 0; // Also after an error: half of it may be out, sending it again would be worse.
    if (length > 0) out.write(buffer, 0, length);
  }
}
