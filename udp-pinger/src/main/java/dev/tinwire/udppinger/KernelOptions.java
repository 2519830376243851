package dev.tinwire.udppinger;

import java.io.IOException;

/** What a {@link SocketWish} means in options of the kernel's. */
final class KernelOptions {
  /** A burst of late replies must not be lost in our own queue: that would be false loss. */
  private static final int BURST = 1 << 20;

  /** Stamps of what leaves and comes, numbered, without copies of the packets. */
  static final int STAMPS =
      Linux.TX_SOFTWARE | Linux.RX_SOFTWARE | Linux.SOFTWARE | Linux.OPT_ID | Linux.OPT_TSONLY;

  private KernelOptions() {}

  static void set(Descriptor descriptor, int family, SocketWish wish) throws IOException {
    descriptor.set(Linux.SOL_SOCKET, Linux.SO_RCVBUF, BURST);
    descriptor.set(Linux.SOL_SOCKET, Linux.SO_TIMESTAMPING, STAMPS);
    boolean six = family == Linux.AF_INET6;
    int level = six ? Linux.IPPROTO_IPV6 : Linux.IPPROTO_IP;
    descriptor.set(level, six ? Linux.IPV6_RECVHOPLIMIT : Linux.IP_RECVTTL, 1);
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
