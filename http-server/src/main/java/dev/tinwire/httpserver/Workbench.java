package dev.tinwire.httpserver;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Where a piece of an answer is made ready to leave under TLS. Belongs to who has taken it. */
final class Workbench {
  /** As much as one record holds (RFC 8446 §5.1). */
  static final int RECORD = 16 * 1024;

  /** So much is read, sealed and sent at once; all of it stays in a processor's cache. */
  static final int PIECE = 8 * RECORD;

  /**
   * TLS 1.2 puts 29 bytes around each record, 1.3 puts 22, and a client may ask for records of no
   * more than 512 (RFC 6066 §4).
   */
  private static final int AROUND = PIECE / 512 * 32;

  private final byte[] block;
  private final @Nullable ByteBuffer tray;

  private Workbench(byte[] block, @Nullable ByteBuffer tray) {
    this.block = block;
    this.tray = tray;
  }

  static Workbench large() {
    return new Workbench(new byte[PIECE], ByteBuffer.allocateDirect(PIECE + AROUND));
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
