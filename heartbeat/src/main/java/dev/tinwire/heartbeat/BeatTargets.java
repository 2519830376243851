package dev.tinwire.heartbeat;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Family;
import dev.tinwire.wire.Resolver;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where the monitors are. Names are looked up again each minute, and each five seconds while one of
 * them has no address, on a thread of its own: a slow name server must not hold a beat up.
 */
final class BeatTargets {
  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofSeconds(5);

  private final List<Endpoint> monitors;
  private final Family family;
  private final Resolver resolver;
  private final Consumer<String> notes;
  private final Map<Endpoint, InetSocketAddress> known = new HashMap<>();
  private final Map<Endpoint, String> said = new HashMap<>();
  private volatile List<InetSocketAddress> now = List.of();

  BeatTargets(List<Endpoint> monitors, Family family, Resolver resolver, Consumer<String> notes) {
    this.monitors = List.copyOf(monitors);
    this.family = family;
    this.resolver = resolver;
    this.notes = notes;
  }

  List<InetSocketAddress> now() {
    return now;
  }

  /** Looks all names up; what fails keeps the address it had. Says whether each has one. */
  synchronized boolean lookUp() {
    for (Endpoint monitor : monitors) {
      try {
        found(monitor, address(monitor));
      } catch (IOException e) {
        String why = "cannot find " + monitor.readable() + " (" + e.getMessage() + ")";
        String then =
            known.containsKey(monitor) ? "; going on with its last address" : "; trying again";
        if (said.put(monitor, why) == null) notes.accept(why + then);
      }
    }
    var all = new ArrayList<InetSocketAddress>();
    for (Endpoint monitor : monitors) Optional.ofNullable(known.get(monitor)).ifPresent(all::add);
    now = List.copyOf(all);
    return all.size() == monitors.size();
  }

  private void found(Endpoint monitor, InetAddress address) {
    var place = new InetSocketAddress(address, monitor.port());
    var before = known.put(monitor, place);
    boolean moved = before != null && !before.equals(place);
    if (moved || said.remove(monitor) != null) {
      notes.accept(monitor.readable() + " is at " + Endpoint.of(place) + " now");
    }
  }

  private InetAddress address(Endpoint monitor) throws IOException {
    var literal = monitor.literal();
    if (literal.isPresent()) return literal.get();
    for (InetAddress address : resolver.lookup(monitor.host())) {
      boolean six = address instanceof Inet6Address;
      if (family != (six ? Family.IPV4 : Family.IPV6)) return address;
    }
    throw new IOException("it has no " + family + " address");
  }

  /** Goes on looking until the thread is interrupted; an address stays what it is. */
  void keepLooking() {
    boolean all = now.size() == monitors.size();
    if (all && monitors.stream().allMatch(Endpoint::isLiteral)) return;
    try {
      while (true) {
        Thread.sleep(all ? AGAIN : SOON);
        all = lookUp();
      }
    } catch (InterruptedException _) {
      // Nobody beats any more.
    }
  }
}
