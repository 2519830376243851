package dev.tinwire.udppinger;

/**
 * Numbers of Linux's interface for x86-64 and aarch64, where they agree: {@code <linux/socket.h>},
 * {@code <linux/in.h>}, {@code <linux/in6.h>}, {@code <linux/net_tstamp.h>}, {@code
 * <linux/errqueue.h>}, {@code <asm-generic/errno.h>}.
 */
final class Linux {
  static final int AF_INET = 2;
  static final int AF_INET6 = 10;
  static final int SOCK_DGRAM = 2;
  static final int SOCK_CLOEXEC = 0x80000;
  static final int SHUT_RDWR = 2;

  static final int SOL_SOCKET = 1;
  static final int SO_RCVBUF = 8;
  static final int SO_REUSEPORT = 15;
  static final int SO_TIMESTAMPING = 37;

  /** Levels of options and of control messages. */
  static final int IPPROTO_IP = 0;

  static final int IPPROTO_IPV6 = 41;

  static final int IPPROTO_UDP = 17;

  /** How long the datagrams are that one message is to be cut into; since Linux 4.18. */
  static final int UDP_SEGMENT = 103;

  static final int IP_TOS = 1;
  static final int IP_TTL = 2;
  static final int IP_PKTINFO = 8;
  static final int IP_MTU_DISCOVER = 10;
  static final int IP_RECVERR = 11;
  static final int IP_RECVTTL = 12;
  static final int IPV6_UNICAST_HOPS = 16;
  static final int IPV6_MTU_DISCOVER = 23;
  static final int IPV6_RECVERR = 25;
  static final int IPV6_V6ONLY = 26;
  static final int IPV6_RECVPKTINFO = 49;
  static final int IPV6_PKTINFO = 50;
  static final int IPV6_RECVHOPLIMIT = 51;
  static final int IPV6_HOPLIMIT = 52;
  static final int IPV6_TCLASS = 67;

  /** Never cut a packet, and let a router say so. */
  static final int PMTUDISC_DO = 2;

  /** Flags of SO_TIMESTAMPING (Documentation/networking/timestamping.rst). */
  static final int TX_SOFTWARE = 1 << 1;

  static final int RX_SOFTWARE = 1 << 3;
  static final int SOFTWARE = 1 << 4;

  /** Number the packets that are sent, so that their stamps can be told apart. */
  static final int OPT_ID = 1 << 7;

  /** Stamps alone, without the packet they belong to. */
  static final int OPT_TSONLY = 1 << 11;

  static final int MSG_TRUNC = 0x20;
  static final int MSG_DONTWAIT = 0x40;
  static final int MSG_NOSIGNAL = 0x4000;
  static final int MSG_ERRQUEUE = 0x2000;
  static final int MSG_WAITFORONE = 0x10000;

  /** In {@code struct sock_extended_err}: where it comes from, and which stamp it is. */
  static final int ORIGIN_ICMP = 2;

  static final int ORIGIN_ICMP6 = 3;
  static final int ORIGIN_TIMESTAMPING = 4;

  static final int TSTAMP_SND = 0;

  static final int EINTR = 4;
  static final int EAGAIN = 11;
  static final int EACCES = 13;
  static final int EMSGSIZE = 90;
  static final int EADDRINUSE = 98;
  static final int EADDRNOTAVAIL = 99;
  static final int ENETUNREACH = 101;
  static final int ECONNREFUSED = 111;
  static final int EHOSTUNREACH = 113;

  private Linux() {}

  /** What an error number means, for people. */
  static String words(int errno) {
    return switch (errno) {
      case 1 -> "not permitted; a firewall may be the reason";
      case EAGAIN -> "would block";
      case EACCES -> "permission denied";
      case 24 -> "too many open files";
      case 105 -> "no buffer space";
      case EMSGSIZE -> "the packet is too long for the way";
      case EADDRINUSE -> "address already in use";
      case EADDRNOTAVAIL -> "no such address here";
      case 97 -> "address family not supported";
      case 100 -> "network is down";
      case ENETUNREACH -> "network unreachable";
      case ECONNREFUSED -> "port unreachable";
      case 112 -> "host is down";
      case EHOSTUNREACH -> "host unreachable";
      default -> "error " + errno;
    };
  }
}
