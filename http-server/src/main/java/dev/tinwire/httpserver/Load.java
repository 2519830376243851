package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file on its way to one client. It belongs to the {@link Porter} who carries it, while
 * the session that wants it sent waits for the end.
 */
final class Load {
  private final SocketChannel to;
  private final FileChannel file;
  private final long end;
  private final Patience.Progress progress;
  private final CountDownLatch over = new CountDownLatch(1);
  private long at;
  private boolean broken;
  private @Nullable Throwable failure;

  /**
   * Something to be carried.
   *
   * @param to whose channel does not block until the load is put down
   */
  Load(SocketChannel to, FileChannel file, long from, long bytes, Patience.Progress progress) {
    this.to = to;
    this.file = file;
    this.at = from;
    this.end = from + bytes;
    this.progress = progress;
  }

  /** Has the selector tell when the client takes something. */
  void await(Selector selector) throws IOException {
    progress.waiting();
    to.register(selector, SelectionKey.OP_WRITE, this);
  }

  /**
   * Sends what the client takes now, and at most so many bytes. What it does not take is read again
   * when it does, so that nothing is held for who is slow.
   *
   * @param block of use again when this returns
   * @return whether that was the last
   */
  boolean goOn(ByteBuffer block, long atMost) throws IOException {
    long stop = Math.min(end, at + atMost);
    boolean takes = true;
    while (takes && at < stop) {
      block.clear().limit((int) Math.min(block.capacity(), stop - at));
      Outlet.fill(block, file, at, end);
      takes = send(block.flip());
    }
    return at == end;
  }

  /** Whether the client takes more. */
  private boolean send(ByteBuffer block) throws IOException {
    try {
      int n = to.write(block);
      if (n > 0) {
        at += n;
        progress.moved(n);
        progress.waiting();
      }
      return !block.hasRemaining();
    } catch (IOException e) {
      broken = true;
      throw e;
    }
  }

  /**
   * Whether its client should be asked once more before it is given up for taking nothing: the
   * selector tells only when a third of the system's buffer is free ({@link Sending#moves}).
   */
  boolean urgent(Duration time) {
    return progress.endsWithin(time);
  }

  /** Whether its connection has been ended meanwhile, by the sweeper or the shutdown. */
  boolean lost() {
    return !to.isOpen();
  }

  /** Nobody will carry it on, because its connection has ended. */
  void lose() {
    broken = true;
    fail(new ClosedChannelException());
  }

  /** It cannot be carried on. */
  void fail(Throwable why) {
    if (failure == null) failure = why;
  }

  /** Leaves it to its session again. */
  void putDown() {
    over.countDown();
  }

  /**
   * Waits until it has been put down. Whoever interrupts that has closed the connection before
   * ({@link Session#abortAndInterrupt}), so the end is near.
   */
  void awaitEnd() {
    boolean interrupted = false;
    while (over.getCount() > 0) {
      try {
        over.await();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
  }

  /** Whether it was the client's side that failed, and not the file. */
  boolean broken() {
    return broken;
  }

  /** What has kept it from being carried to its end. */
  void check() throws IOException {
    switch (failure) {
      case null -> {}
      case IOException e -> throw e;
      default -> throw new IllegalStateException("carrying a file failed", failure);
    }
  }
}
