package dev.tinwire.smtpclient;

import dev.tinwire.wire.terminal.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Collects a message into pieces and gives each to the wire. It remembers when the wire failed: who
 * writes the message hears of every failure as an {@link IOException}, of its own files too.
 */
final class MessageOutput extends OutputStream {
  private static final int FIRST = 16 * 1024;

  /** Sends a piece; the last one may be empty. */
  @FunctionalInterface
  interface Pieces {
    void send(byte[] bytes, int length, boolean last) throws IOException;
  }

  private final Pieces pieces;
  private final int size;
  private final Progress progress;
  private byte[] buffer;
  private int held;
  private Optional<IOException> failure = Optional.empty();

  MessageOutput(int size, Pieces pieces, Progress progress) {
    this.size = size;
    this.pieces = pieces;
    this.progress = progress;
    this.buffer = new byte[Math.min(FIRST, size)];
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; ) {
      if (held == size) release(false);
      int n = Math.min(length - done, size - held);
      if (held + n > buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.min(size, Math.max(held + n, 2 * buffer.length)));
      }
      System.arraycopy(bytes, offset + done, buffer, held, n);
      held += n;
      done += n;
    }
  }

  /** The message is whole. */
  void finish() throws IOException {
    release(true);
  }

  /** The wire's failure, if it was the wire. */
  Optional<IOException> failure() {
    return failure;
  }

  private void release(boolean last) throws IOException {
    int length = held;
    held = 0;
    try {
      pieces.send(buffer, length, last);
    } catch (IOException e) {
      failure = Optional.of(e);
      throw e;
    }
    progress.add(length);
  }
}
