package dev.tinwire.udppinger;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a {@link PingSocket} is to be like.
 *
 * @param ttl how many hops packets may take, as {@code --ttl} says
 * @param dscp the upper six bits of the traffic class (RFC 2474)
 * @param dontFragment whether routers must not cut packets
 * @param watchful whether one thread is to send and receive, which may take a processor for a
 *     moment about each packet, so as not to be asleep when its reply comes
 */
record SocketWish(
    InetSocketAddress peer,
    Optional<InetAddress> bind,
    OptionalInt ttl,
    OptionalInt dscp,
    boolean dontFragment,
    boolean watchful) {
  static SocketWish to(InetSocketAddress peer) {
    var none = OptionalInt.empty();
    return new SocketWish(peer, Optional.empty(), none, none, false, false);
  }

  SocketWish withWatchful(boolean really) {
    return new SocketWish(peer, bind, ttl, dscp, dontFragment, really);
  }

  /** The traffic class octet: two bits for congestion follow those of the DSCP (RFC 3168). */
  OptionalInt trafficClass() {
    return dscp.isEmpty() ? dscp : OptionalInt.of(dscp.getAsInt() << 2);
  }
}
