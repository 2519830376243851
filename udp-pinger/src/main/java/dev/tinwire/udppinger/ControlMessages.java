package dev.tinwire.udppinger;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/**
 * What the kernel says beside a datagram: a chain of {@code struct cmsghdr}, each with its length,
 * level, type and data, beginning at a multiple of eight. Filled anew by every {@link #read}.
 */
final class ControlMessages {
  /** Enough for three stamps, a time to live, and an error with its address. */
  static final int ROOM = 256;

  private static final int HEADER = 16;

  /** {@code struct sock_extended_err} without an address. */
  private static final int ERROR = 16;

  private static final long SECOND = 1_000_000_000L;

  /** When the kernel saw it, in nanoseconds since 1970; 0 if it did not say. */
  long time;

  /** The time to live or hop limit; 0 if it did not say. */
  int ttl;

  /** To which address of ours it came, if that was asked for. */
  LocalEnd local = LocalEnd.ANY;

  private LocalEnd localBefore = LocalEnd.ANY;

  /** Whether it is about the stamp of a packet that left, and which number that has. */
  boolean departure;

  int number;

  /** Where an error lies, and where it ends; −1 if there is none. */
  long errorAt;

  long errorEnd;

  void read(MemorySegment control, long length) {
    time = 0;
    ttl = 0;
    local = LocalEnd.ANY;
    departure = false;
    errorAt = -1;
    long at = 0;
    while (at + HEADER <= length) {
      long size = control.get(JAVA_LONG, at);
      if (size < HEADER || size > length - at) return; // the kernel does not do that
      int level = control.get(JAVA_INT, at + 8);
      read(control, level, control.get(JAVA_INT, at + 12), at + HEADER, at + size);
      at += (size + 7) & -8L;
    }
  }

  private void read(MemorySegment control, int level, int type, long data, long end) {
    if (level == Linux.SOL_SOCKET && type == Linux.SO_TIMESTAMPING) {
      time = control.get(JAVA_LONG, data) * SECOND + control.get(JAVA_LONG, data + 8);
    } else if (is(level, type, Linux.IP_TTL, Linux.IPV6_HOPLIMIT)) {
      ttl = control.get(JAVA_INT, data);
    } else if (is(level, type, Linux.IP_RECVERR, Linux.IPV6_RECVERR)) {
      error(control, data, end);
    } else if (is(level, type, Linux.IP_PKTINFO, Linux.IPV6_PKTINFO)) {
      local(control, level, data);
    }
  }

  private static boolean is(int level, int type, int four, int six) {
    if (level == Linux.IPPROTO_IP) return type == four;
    return level == Linux.IPPROTO_IPV6 && type == six;
  }

  /** Of an IPv4 packet an IPv6 socket says both; what IPv4 says knows broadcasts. */
  private void local(MemorySegment control, int level, long data) {
    if (level == Linux.IPPROTO_IP) local = LocalEnd.four(control, data, localBefore);
    else if (!isMapped(control, data)) local = LocalEnd.six(control, data, localBefore);
    if (!local.is(LocalEnd.ANY)) localBefore = local;
  }

  private static boolean isMapped(MemorySegment control, long at) {
    return control.get(JAVA_LONG, at) == 0 && control.get(JAVA_INT, at + 8) == 0xFFFF_0000;
  }

  /** {@code struct sock_extended_err}: see {@link IcmpError}; of a stamp, which and of what. */
  private void error(MemorySegment control, long at, long end) {
    if (end - at < ERROR) return;
    errorAt = at;
    errorEnd = end;
    departure =
        control.get(JAVA_BYTE, at + 4) == Linux.ORIGIN_TIMESTAMPING
            && control.get(JAVA_INT, at + 8) == Linux.TSTAMP_SND;
    number = control.get(JAVA_INT, at + 12);
  }
}
