package dev.tinwire.udppinger;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/**
 * The address of ours that a datagram came to, from which its answer is to leave: else the kernel
 * takes the one it prefers on the way to the sender, who waits for an answer of the other (ip(7),
 * IP_PKTINFO; RFC 3542 §6.1).
 *
 * <pre>
 *  in_pktinfo    0 interface  4 address of ours  8 address in the packet, perhaps of many
 *  in6_pktinfo   0 address  16 interface
 * </pre>
 *
 * @param six whether it is IPv6; then {@code b} is the latter half of it
 * @param a its octets as they lie in memory
 * @param index of its interface, where the address says too little without
 */
record LocalEnd(boolean six, long a, long b, int index) {
  /** Not asked for, or of no use: the kernel chooses. */
  static final LocalEnd ANY = new LocalEnd(false, 0, 0, 0);

  /** How much {@link #write} needs at most. */
  static final int ROOM = 40;

  private static final int HEADER = 16;
  private static final int LENGTH_4 = 12;
  private static final int LENGTH_6 = 20;

  /** As {@code in_pktinfo} has it; the same object again if it is the same as before. */
  static LocalEnd four(MemorySegment from, long at, LocalEnd before) {
    return known(false, from.get(JAVA_INT, at + 4), 0, 0, before);
  }

  /** As {@code in6_pktinfo} has it. */
  static LocalEnd six(MemorySegment from, long at, LocalEnd before) {
    int first = Byte.toUnsignedInt(from.get(JAVA_BYTE, at));
    if (first == 0xFF) return ANY; // came to many, and none of them is an address to send from
    long a = from.get(JAVA_LONG, at);
    // fe80::/10 is on every interface; with any other the way back is found by the address.
    boolean link = first == 0xFE && (from.get(JAVA_BYTE, at + 1) & 0xC0) == 0x80;
    int index = link ? from.get(JAVA_INT, at + 16) : 0;
    return known(true, a, from.get(JAVA_LONG, at + 8), index, before);
  }

  private static LocalEnd known(boolean six, long a, long b, int index, LocalEnd before) {
    return before.is(six, a, b, index) ? before : new LocalEnd(six, a, b, index);
  }

  /** Whether it is the same. What Java makes of a record for that, it would make at run time. */
  boolean is(LocalEnd other) {
    return is(other.six, other.a, other.b, other.index);
  }

  private boolean is(boolean otherSix, long otherA, long otherB, int otherIndex) {
    return a == otherA && b == otherB && six == otherSix && index == otherIndex;
  }

  /**
   * Writes a control message for one that leaves.
   *
   * @param end where it ends, for others to follow
   * @return how long it is, perhaps 0
   */
  int write(MemorySegment into, long end) {
    if (a == 0 && b == 0) return 0;
    long at = end - (HEADER + (six ? LENGTH_6 + 4 : LENGTH_4 + 4)); // filled up to whole words
    into.set(JAVA_LONG, at, HEADER + (six ? LENGTH_6 : LENGTH_4));
    into.set(JAVA_INT, at + 8, six ? Linux.IPPROTO_IPV6 : Linux.IPPROTO_IP);
    into.set(JAVA_INT, at + 12, six ? Linux.IPV6_PKTINFO : Linux.IP_PKTINFO);
    if (six) {
      into.set(JAVA_LONG, at + HEADER, a);
      into.set(JAVA_LONG, at + HEADER + 8, b);
      into.set(JAVA_INT, at + HEADER + 16, index);
    } else {
      into.set(JAVA_INT, at + HEADER, 0);
      into.set(JAVA_INT, at + HEADER + 4, (int) a);
      into.set(JAVA_INT, at + HEADER + 8, 0);
    }
    return (int) (end - at);
  }
}
