package dev.tinwire.udppinger;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * A datagram that came, and the place where its answer is made. A socket has a few and fills them
 * again and again, so that none of them costs memory.
 */
final class Datagram {
  /** The largest payload that UDP carries over IPv4 is 65 507 octets; over IPv6 it is 65 527. */
  static final int ROOM = 65_536;

  /** A time to live that nobody knows. */
  static final int NO_TTL = 0;

  private static final InetSocketAddress NOBODY = new InetSocketAddress(0);

  /** From octet 0 on. */
  final ByteBuffer payload;

  /** Which of its socket's it is. */
  final int place;

  int length;
  InetSocketAddress source = NOBODY;

  /** The address of ours it came to, if the socket has several and sees it. */
  LocalEnd local = LocalEnd.ANY;

  /** When it came, in nanoseconds since 1970. */
  long received;

  /** The time to live or hop limit it came with, or {@link #NO_TTL}. */
  int ttl;

  /** The only one. */
  Datagram(ByteBuffer payload) {
    this(payload, 0);
  }

  Datagram(ByteBuffer payload, int place) {
    this.payload = payload;
    this.place = place;
  }
}
