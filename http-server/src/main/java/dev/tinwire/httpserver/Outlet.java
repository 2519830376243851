package dev.tinwire.httpserver;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * The way out of one answer, under the {@link Pace}: a reader that stops is dropped, one that is
 * slow and moves is not. Large pieces are cut, since only between two of them progress is seen.
 */
final class Outlet extends OutputStream {
  private static final int PIECE = 128 * 1024;

  private final OutputStream out;
  private final Optional<SocketChannel> direct;
  private final Porters porters;
  private final Patience.Progress progress;
  private boolean broken;

  /**
   * An answer's way out.
   *
   * @param direct the socket, if bytes of a file may go there untouched: not through TLS
   */
  Outlet(
      OutputStream out,
      Optional<SocketChannel> direct,
      Porters porters,
      Patience.Progress progress) {
    this.out = out;
    this.direct = direct;
    this.porters = porters;
    this.progress = progress;
  }

  /** How many bytes have left. */
  long sent() {
    return progress.bytes();
  }

  /** Whether it was the client's side that failed, and not the source of the content. */
  boolean broken() {
    return broken;
  }

  /** Whether {@link #transfer} is the faster way. */
  boolean isDirect() {
    return direct.isPresent();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int gone = 0; gone < length; ) {
      int n = Math.min(PIECE, length - gone);
      piece(bytes, offset + gone, n);
      gone += n;
    }
  }

  private void piece(byte[] bytes, int offset, int length) throws IOException {
    progress.waiting();
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      broken = true;
      throw e;
    }
    progress.moved(length);
  }

  /**
   * Has a part of a file carried. The system could do it by itself (sendfile), at a third of the
   * cost; but it only notes which pages are to be sent, and when a file is cut meanwhile Linux
   * clears the page in which it now ends. Then zeros would get out that were never in the file, and
   * nobody could tell.
   */
  void transfer(FileChannel file, long from, long bytes) throws IOException {
    SocketChannel socket = direct.orElseThrow();
    mode(socket, false);
    Load load = porters.carry(socket, file, from, bytes, progress);
    load.awaitEnd();
    broken = load.broken();
    load.check();
    mode(socket, true);
  }

  /** Fails only if somebody has closed it: the sweeper, or the shutdown. */
  private void mode(SocketChannel socket, boolean blocks) throws IOException {
    try {
      socket.configureBlocking(blocks);
    } catch (IOException e) {
      broken = true;
      throw e;
    }
  }

  /**
   * All of it or nothing. What was read counts only if the file is still as long: the length
   * changes before anything is cleared.
   */
  static void fill(ByteBuffer block, FileChannel file, long from, long end) throws IOException {
    long reached = from;
    while (block.hasRemaining()) {
      int n = file.read(block, reached);
      if (n <= 0) throw new FileCut(end, file.size());
      reached += n;
    }
    long size = file.size();
    if (size < reached) throw new FileCut(end, size);
  }
}
