package dev.tinwire.httpserver;

import dev.tinwire.http.BadMessage;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Sizes;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * The room that uploads have on the disk: what is free but for what has to stay free.
 *
 * @param free bytes, asked each time
 */
record DiskRoom(LongSupplier free, long keep) {
  static final Status INSUFFICIENT_STORAGE = new Status(507);

  static DiskRoom of(Path folder, long keep) {
    return new DiskRoom(folder.toFile()::getUsableSpace, keep);
  }

  /**
   * Refuses what would not fit.
   *
   * @throws BadMessage with 507 (RFC 4918 §11.5)
   */
  void require(long bytes) throws BadMessage {
    long room = free.getAsLong() - keep;
    if (bytes > room) {
      throw full("there is room for " + Sizes.readable(Math.max(0, room)) + " here, not more");
    }
  }

  /** Whether the system itself has nothing left, which some writes tell and some do not. */
  boolean exhausted() {
    return free.getAsLong() < 1 << 20;
  }

  static BadMessage full(String sentence) {
    return new BadMessage(INSUFFICIENT_STORAGE, sentence);
  }
}
