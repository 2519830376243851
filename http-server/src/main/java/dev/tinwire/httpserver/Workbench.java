package dev.tinwire.httpserver;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Where a piece of an answer is made ready to leave under TLS. Belongs to who has taken it. */
final class Workbench {
  /**
   * What one record of TLS 1.3 holds as Java makes them: it takes a byte for their type and pads
   * them by 16 (RFC 8446 §5.4), which count in the 16 KiB that are allowed (§5.2).
   */
  static final int RECORD = 16 * 1024 - 17;

  /** So much is read, sealed and sent at once; all of it stays in a processor's cache. */
  static final int PIECE = 8 * RECORD;

  /** The least that a record holds: a client may ask for no more than 512 (RFC 6066 §4). */
  static final int LEAST = 512 - 17;

  /** What is around that with a header and a tag; in TLS 1.2 it is less. */
  static final int AROUND = 17 + 5 + 16;

  private static final int TRAY = PIECE + (PIECE / LEAST + 2) * AROUND;

  private final byte[] block;
  private final @Nullable ByteBuffer tray;

  private Workbench(byte[] block, @Nullable ByteBuffer tray) {
    this.block = block;
    this.tray = tray;
  }

  static Workbench large() {
    return new Workbench(new byte[PIECE], ByteBuffer.allocateDirect(TRAY));
  }

  /** For who comes when all others are taken. */
  static Workbench small() {
    return new Workbench(new byte[RECORD], null);
  }

  /** For what is read from a file. */
  byte[] block() {
    return block;
  }

  /** For its records, to leave together; none where each leaves by itself. */
  @Nullable ByteBuffer tray() {
    return tray;
  }
}
