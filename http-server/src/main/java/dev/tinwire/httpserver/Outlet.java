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
  private static final int PIECE = Workbench.PIECE;

  /** What one client gets before others have their turn. */
  private static final int TURN = 1 << 20;

  private final OutputStream out;
  private final Optional<SocketChannel> direct;
  private final Optional<Secured> secured;
  private final Freight freight;
  private final Patience.Progress progress;
  private boolean broken;

  /**
   * An answer's way out.
   *
   * @param direct the socket, if bytes of a file may go there untouched: not through TLS
   * @param secured TLS, if it is laid over the connection
   */
  Outlet(
      OutputStream out,
      Optional<SocketChannel> direct,
      Optional<Secured> secured,
      Freight freight,
      Patience.Progress progress) {
    this.out = out;
    this.direct = direct;
    this.secured = secured;
    this.freight = freight;
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
    return direct.isPresent() || secured.isPresent();
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
    if (secured.isEmpty() || length <= Workbench.RECORD) {
      send(() -> out.write(bytes, offset, length), length);
      return;
    }
    Workbench bench = freight.benches().take();
    try {
      send(() -> secured.get().send(bytes, offset, length, bench.tray()), length);
    } finally {
      freight.benches().giveBack(bench);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private void send(Step step, int length) throws IOException {
    progress.waiting();
    try {
      step.run();
    } catch (IOException e) {
      broken = true;
      throw e;
    }
    progress.moved(length);
  }

  /** Sends a part of a file. */
  void transfer(FileChannel file, long from, long bytes) throws IOException {
    if (secured.isPresent()) seal(secured.get(), file, from, from + bytes);
    else carry(file, from, bytes);
  }

  /**
   * Seals it piece by piece. Who always finds its client ready lets others come in between: a
   * virtual thread that never waits would keep them from the processor until its file is over.
   */
  private void seal(Secured by, FileChannel file, long from, long end) throws IOException {
    for (long at = from, turn = from + TURN; at < end; ) {
      if (at >= turn) {
        turn += TURN;
        Courtesy.othersFirst();
      }
      Workbench bench = freight.benches().take();
      try {
        int n = (int) Math.min(bench.block().length, end - at);
        fill(ByteBuffer.wrap(bench.block(), 0, n), file, at, end);
        send(() -> by.send(bench.block(), 0, n, bench.tray()), n);
        at += n;
      } finally {
        freight.benches().giveBack(bench);
      }
    }
  }

  /**
   * Has a part of a file carried. The system could do it by itself (sendfile), at a third of the
   * cost; but it only notes which pages are to be sent, and when a file is cut meanwhile Linux
   * clears the page in which it now ends. Then zeros would get out that were never in the file, and
   * nobody could tell.
   */
  private void carry(FileChannel file, long from, long bytes) throws IOException {
    SocketChannel socket = direct.orElseThrow();
    mode(socket, false);
    Load load = freight.porters().carry(socket, file, from, bytes, progress);
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
