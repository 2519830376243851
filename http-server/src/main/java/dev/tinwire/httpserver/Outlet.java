package dev.tinwire.httpserver;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;

/**
 * The way out of one answer, under the {@link Pace}: a reader that stops is dropped, one that is
 * slow and moves is not. Large pieces are cut, since only between two of them progress is seen.
 */
final class Outlet extends OutputStream {
  private static final int PIECE = 64 * 1024;

  /** Of a file, which the system copies until its buffer is full, in one call. */
  private static final long FILE_PIECE = 4 << 20;

  private final OutputStream out;
  private final Optional<? extends WritableByteChannel> direct;
  private final Patience.Progress progress;
  private boolean broken;

  /**
   * An answer's way out.
   *
   * @param direct the socket, if bytes of a file may go there untouched: not through TLS
   */
  Outlet(
      OutputStream out,
      Optional<? extends WritableByteChannel> direct,
      Patience.Progress progress) {
    this.out = out;
    this.direct = direct;
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
   * Sends a part of a file, by the system itself (sendfile). A file that was cut meanwhile fails
   * this: the client must not take for the file's what the system fills the gap with.
   */
  void transfer(FileChannel file, long from, long bytes) throws IOException {
    WritableByteChannel socket = direct.orElseThrow();
    long end = from + bytes;
    for (long at = from; at < end; ) {
      progress.waiting();
      long n = sendFile(file, at, Math.min(FILE_PIECE, end - at), socket);
      progress.moved(n);
      at += n > 0 ? n : copy(file, at, end);
    }
    if (file.size() < end) throw new FileCut(end, file.size());
  }

  private long sendFile(FileChannel file, long at, long most, WritableByteChannel socket)
      throws IOException {
    try {
      return file.transferTo(at, most, socket);
    } catch (IOException e) {
      broken = true; // Nearly always; a failing disk shows itself in what is read next.
      throw e;
    }
  }

  /**
   * One block by hand, after the system has sent nothing: the file is at its end, or the socket is
   * full, which {@code transferTo} does not wait for on a virtual thread and {@code write} does.
   */
  private long copy(FileChannel file, long at, long end) throws IOException {
    byte[] block = new byte[(int) Math.min(PIECE, end - at)];
    int n = file.read(ByteBuffer.wrap(block), at);
    if (n <= 0) throw new FileCut(end, file.size());
    write(block, 0, n);
    return n;
  }
}
