package dev.tinwire.httpserver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes what comes into a file, block by block, and looks now and then whether it still fits. */
record Intake(DiskRoom room) {
  private static final int BLOCK = 64 * 1024;
  private static final long LOOK = 16 << 20;

  /**
   * All of a body, from {@code at} on. If it breaks off, what has come stays in the file.
   *
   * @return where it ends
   */
  long take(InputStream body, FileChannel file, long at) throws IOException {
    byte[] block = new byte[BLOCK];
    long end = at;
    long looked = at;
    for (int n = body.read(block, 0, BLOCK); n >= 0; n = body.read(block, 0, BLOCK)) {
      write(ByteBuffer.wrap(block, 0, n), file, end);
      end += n;
      if (end - looked >= LOOK) {
        room.require(0);
        looked = end;
      }
    }
    return end;
  }

  private void write(ByteBuffer block, FileChannel file, long at) throws IOException {
    try {
      for (long end = at; block.hasRemaining(); ) end += file.write(block, end);
    } catch (IOException e) {
      if (room.exhausted()) throw DiskRoom.full("the disk is full");
      throw e;
    }
  }
}
