package dev.tinwire.udppinger;

import java.io.IOException;

/** What a {@link SocketWish} means in options of the kernel's. */
final class KernelOptions {
  /** A burst of late replies must not be lost in our own queue: that would be false loss. */
  private static final int BURST = 1 << 20;

  /** Stamps of what leaves, numbered, without copies of the packets. */
  static final int DEPARTURES =
      Linux.TX_SOFTWARE | Linux.SOFTWARE | Linux.OPT_ID | Linux.OPT_TSONLY;

  /** Stamps of what comes. */
  private static final int ARRIVALS = Linux.RX_SOFTWARE | Linux.SOFTWARE;

  private KernelOptions() {}

  /** For the socket that receives. */
  static void receiving(Descriptor descriptor, int family) throws IOException {
    descriptor.set(Linux.SOL_SOCKET, Linux.SO_REUSEPORT, 1);
    descriptor.set(Linux.SOL_SOCKET, Linux.SO_RCVBUF, BURST);
    descriptor.set(Linux.SOL_SOCKET, Linux.SO_TIMESTAMPING, ARRIVALS);
    boolean six = family == Linux.AF_INET6;
    int level = six ? Linux.IPPROTO_IPV6 : Linux.IPPROTO_IP;
    descriptor.set(level, six ? Linux.IPV6_RECVHOPLIMIT : Linux.IP_RECVTTL, 1);
    // Also what routers say, and who: else only a closed port is told, and not of which packet.
    descriptor.set(level, six ? Linux.IPV6_RECVERR : Linux.IP_RECVERR, 1);
  }

  /** For the socket that sends. */
  static void sending(Descriptor descriptor, int family, SocketWish wish) throws IOException {
    descriptor.set(Linux.SOL_SOCKET, Linux.SO_REUSEPORT, 1);
    descriptor.set(Linux.SOL_SOCKET, Linux.SO_TIMESTAMPING, DEPARTURES);
    boolean six = family == Linux.AF_INET6;
    int level = six ? Linux.IPPROTO_IPV6 : Linux.IPPROTO_IP;
    if (wish.ttl().isPresent()) {
      descriptor.set(level, six ? Linux.IPV6_UNICAST_HOPS : Linux.IP_TTL, wish.ttl().getAsInt());
    }
    if (wish.dscp().isPresent()) {
      descriptor.set(level, six ? Linux.IPV6_TCLASS : Linux.IP_TOS, wish.trafficClass().getAsInt());
    }
    if (wish.dontFragment()) {
      descriptor.set(
          level, six ? Linux.IPV6_MTU_DISCOVER : Linux.IP_MTU_DISCOVER, Linux.PMTUDISC_DO);
    }
  }
}
