package dev.tinwire.httpserver;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Room outside the heap for what is on its way from a file to a socket, so that the system copies
 * it there and nobody copies it again. Who takes a block gives it back; some are kept for the next.
 */
final class Blocks {
  /** Larger ones are not faster, and ten thousand slow readers may each have one. */
  static final int SIZE = 32 * 1024;

  private static final int KEPT = 64;

  private static final ArrayBlockingQueue<ByteBuffer> FREE = new ArrayBlockingQueue<>(KEPT);

  private Blocks() {}

  static ByteBuffer take() {
    ByteBuffer block = FREE.poll();
    return block == null ? ByteBuffer.allocateDirect(SIZE) : block;
  }

  static void giveBack(ByteBuffer block) {
    FREE.offer(block);
  }
}
