package dev.tinwire.udppinger;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * One {@code struct msghdr} and the one {@code struct iovec} it points to.
 *
 * <pre>
 *  msghdr   0 name  8 its length  16 iovec  24 how many  32 control  40 its length  48 flags
 *  iovec    0 where 8 how long
 * </pre>
 */
final class MessageHeader {
  static final int LENGTH = 56;
  private static final int VECTOR = 16;

  private final MemorySegment header;
  private final MemorySegment vector;

  /**
   * Lays one out.
   *
   * @param header its place, perhaps within an array
   */
  MessageHeader(Arena arena, MemorySegment header) {
    this.header = header;
    vector = arena.allocate(VECTOR, Long.BYTES);
    header.fill((byte) 0);
    header.set(ADDRESS, 16, vector);
    header.set(JAVA_LONG, 24, 1);
  }

  void name(MemorySegment address, int length) {
    header.set(ADDRESS, 0, address);
    header.set(JAVA_INT, 8, length);
  }

  int nameLength() {
    return header.get(JAVA_INT, 8);
  }

  void payload(MemorySegment payload, long length) {
    vector.set(ADDRESS, 0, payload);
    vector.set(JAVA_LONG, 8, length);
  }

  void control(MemorySegment control, long length) {
    header.set(ADDRESS, 32, control);
    header.set(JAVA_LONG, 40, length);
  }

  /** Makes it ready for the next datagram: the kernel wrote over both lengths. */
  void rearm(int nameLength, long controlLength) {
    header.set(JAVA_INT, 8, nameLength);
    header.set(JAVA_LONG, 40, controlLength);
    header.set(JAVA_INT, 48, 0);
  }

  long controlLength() {
    return header.get(JAVA_LONG, 40);
  }
}
