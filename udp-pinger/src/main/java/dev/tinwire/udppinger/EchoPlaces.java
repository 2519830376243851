package dev.tinwire.udppinger;

import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.command.UsageError;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** At which addresses to listen: this computer's own loopback unless somebody said otherwise. */
record EchoPlaces(List<InetAddress> addresses) {
  private static final InetAddress LOOPBACK_4 = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress LOOPBACK_6 = InetAddress.ofLiteral("::1");
  private static final InetAddress ANY_4 = InetAddress.ofLiteral("0.0.0.0");
  private static final InetAddress ANY_6 = InetAddress.ofLiteral("::");

  /** All addresses of this computer. */
  static Set<InetAddress> ours() throws IOException {
    var all = new HashSet<InetAddress>();
    for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
      if (card.isUp()) card.inetAddresses().forEach(all::add);
    }
    return all;
  }

  static EchoPlaces decide(Optional<InetAddress> bind, boolean lan, Set<InetAddress> ours)
      throws UsageError {
    if (bind.isPresent() && lan) {
      throw new UsageError("--bind names one address and --lan means all; use one of the two");
    }
    boolean six = ours.stream().anyMatch(Inet6Address.class::isInstance);
    // Listening at :: takes IPv4 too.
    if (lan) return new EchoPlaces(List.of(six ? ANY_6 : ANY_4));
    if (bind.isEmpty()) {
      boolean both = ours.contains(LOOPBACK_6);
      return new EchoPlaces(both ? List.of(LOOPBACK_4, LOOPBACK_6) : List.of(LOOPBACK_4));
    }
    InetAddress address = bind.get();
    if (!address.isAnyLocalAddress() && !address.isLoopbackAddress() && !ours.contains(address)) {
      throw new UsageError("this computer has no address " + IpLiteral.of(address));
    }
    return new EchoPlaces(List.of(address));
  }

  List<InetSocketAddress> at(int port) {
    return addresses.stream().map(address -> new InetSocketAddress(address, port)).toList();
  }

  /** Whether others can come. */
  boolean open() {
    return !addresses.stream().allMatch(InetAddress::isLoopbackAddress);
  }
}
