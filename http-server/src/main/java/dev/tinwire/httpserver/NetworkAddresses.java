package dev.tinwire.httpserver;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which addresses this computer has, and by which of them others find it. */
record NetworkAddresses(Set<InetAddress> all, Optional<InetAddress> routed) {
  /** For documentation (RFC 5737 §3): nobody is there, and nothing is sent. */
  private static final InetSocketAddress SOMEWHERE =
      new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 9);

  static NetworkAddresses here() throws IOException {
    var all = new HashSet<InetAddress>();
    for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
      if (card.isUp()) card.inetAddresses().forEach(all::add);
    }
    return new NetworkAddresses(Set.copyOf(all), ofRoute());
  }

  /** Connecting a datagram socket makes the system choose a route, and sends nothing. */
  private static Optional<InetAddress> ofRoute() {
    try (var socket = new DatagramSocket()) {
      socket.connect(SOMEWHERE);
      return Optional.of(socket.getLocalAddress()).filter(found -> !found.isAnyLocalAddress());
    } catch (IOException _) {
      return Optional.empty(); // not connected to anything
    }
  }

  /** Those others could use, the one of the default route first. */
  List<InetAddress> forOthers() {
    var found = new LinkedHashSet<InetAddress>();
    routed.filter(address -> !address.isLoopbackAddress()).ifPresent(found::add);
    all.stream()
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .sorted((a, b) -> Integer.compare(a.getAddress().length, b.getAddress().length))
        .forEach(found::add);
    return List.copyOf(found);
  }
}
