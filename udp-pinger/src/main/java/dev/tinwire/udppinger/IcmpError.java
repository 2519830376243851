package dev.tinwire.udppinger;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.tinwire.wire.IpLiteral;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.util.Optional;

/**
 * What a host on the way said of a packet of ours (RFC 792, RFC 4443), as the kernel keeps it for
 * the socket: {@code struct sock_extended_err}, and behind it the address of who said so.
 *
 * <pre>
 *  0 errno  4 origin  5 type  6 code  7 -  8 info  12 data  16 struct sockaddr
 * </pre>
 *
 * @param six whether type and code are those of ICMPv6
 * @param info what the largest packet is that gets through, where one was too long
 * @param from who said it, if that is known
 */
record IcmpError(boolean six, int type, int code, int info, Optional<InetAddress> from) {
  private static final int ADDRESS = 16;
  private static final int UNREACHABLE_4 = 3;
  private static final int EXCEEDED_4 = 11;
  private static final int UNREACHABLE_6 = 1;
  private static final int TOO_BIG_6 = 2;
  private static final int EXCEEDED_6 = 3;

  /**
   * Reads one that lies there.
   *
   * @return empty if it is the kernel's own complaint, or a stamp
   */
  static Optional<IcmpError> read(MemorySegment control, long at, long end) throws IOException {
    int origin = control.get(JAVA_BYTE, at + 4);
    if (origin != Linux.ORIGIN_ICMP && origin != Linux.ORIGIN_ICMP6) return Optional.empty();
    int type = Byte.toUnsignedInt(control.get(JAVA_BYTE, at + 5));
    int code = Byte.toUnsignedInt(control.get(JAVA_BYTE, at + 6));
    int info = control.get(JAVA_INT, at + 8);
    boolean six = origin == Linux.ORIGIN_ICMP6;
    return Optional.of(new IcmpError(six, type, code, info, from(control, at + ADDRESS, end)));
  }

  private static Optional<InetAddress> from(MemorySegment control, long at, long end)
      throws IOException {
    if (end - at < SocketAddresses.LENGTH_4) return Optional.empty();
    int family = control.get(JAVA_SHORT, at);
    boolean four = family == Linux.AF_INET;
    boolean six = family == Linux.AF_INET6 && end - at >= SocketAddresses.LENGTH_6;
    if (!four && !six) return Optional.empty();
    return Optional.of(SocketAddresses.read(control.asSlice(at, end - at)).getAddress());
  }

  /** Whether the host that was meant says that nobody listens at the port. */
  boolean nobodyListens(InetAddress peer) {
    boolean port = six ? type == UNREACHABLE_6 && code == 4 : type == UNREACHABLE_4 && code == 3;
    return port && (from.isEmpty() || from.get().equals(peer));
  }

  /** Who said it, for people; empty if nobody knows. */
  String whose() {
    return from.map(IpLiteral::of).map(IpLiteral::toString).orElse("");
  }

  /** In the words of ping, which eyes and scripts know. */
  String words() {
    return six ? words6() : words4();
  }

  private String words4() {
    if (type == EXCEEDED_4) {
      return code == 0 ? "Time to live exceeded" : "Frag reassembly time exceeded";
    }
    if (type != UNREACHABLE_4) return "ICMP error " + type + "/" + code;
    return switch (code) {
      case 0 -> "Destination Net Unreachable";
      case 1 -> "Destination Host Unreachable";
      case 2 -> "Destination Protocol Unreachable";
      case 3 -> "Destination Port Unreachable";
      case 4 -> "Frag needed and DF set (mtu = " + Integer.toUnsignedString(info) + ")";
      case 9 -> "Destination Net Prohibited";
      case 10 -> "Destination Host Prohibited";
      case 13 -> "Packet filtered";
      default -> "Destination Unreachable (code " + code + ")";
    };
  }

  private String words6() {
    return switch (type) {
      case UNREACHABLE_6 -> "Destination unreachable: " + why6();
      case TOO_BIG_6 -> "Packet too big: mtu=" + Integer.toUnsignedString(info);
      case EXCEEDED_6 -> "Time exceeded: " + (code == 0 ? "Hop limit" : "Defragmentation failure");
      default -> "ICMPv6 error " + type + "/" + code;
    };
  }

  private String why6() {
    return switch (code) {
      case 0 -> "No route";
      case 1 -> "Administratively prohibited";
      case 2 -> "Beyond scope of source address";
      case 3 -> "Address unreachable";
      case 4 -> "Port unreachable";
      default -> "code " + code;
    };
  }
}
