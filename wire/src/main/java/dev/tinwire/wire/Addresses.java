package dev.tinwire.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds what addresses a host has for us: given by the user, written as a literal, looked up.
 * Public for those who do not dial: a datagram has no connection to race for.
 */
public final class Addresses {
  private final Overrides overrides;
  private final Lookup lookup;

  Addresses(Overrides overrides, Lookup lookup) {
    this.overrides = overrides;
    this.lookup = lookup;
  }

  /** Those that this resolver knows. */
  public static Addresses by(Resolver resolver) {
    return new Addresses(Overrides.none(), new Lookup(resolver));
  }

  /** In the order to try them; at least one. */
  public List<InetAddress> of(Endpoint endpoint, Family family, Deadline deadline)
      throws IOException, InterruptedException {
    List<InetAddress> found = find(endpoint, deadline);
    List<InetAddress> order = AddressOrder.of(found, family);
    if (order.isEmpty()) throw noneOf(family, endpoint, found);
    return order;
  }

  private List<InetAddress> find(Endpoint endpoint, Deadline deadline)
      throws IOException, InterruptedException {
    Optional<List<InetAddress>> given = overrides.of(endpoint);
    if (given.isPresent()) return given.get();
    Optional<InetAddress> literal = endpoint.literal();
    return literal.isPresent() ? List.of(literal.get()) : lookup.of(endpoint.host(), deadline);
  }

  private static DialFailed noneOf(Family family, Endpoint endpoint, List<InetAddress> found) {
    String others =
        found.stream()
            .limit(AddressOrder.MAX_ADDRESSES)
            .map(address -> IpLiteral.of(address).toString())
            .collect(Collectors.joining(", "));
    return new DialFailed(
        DialFailed.Kind.UNREACHABLE,
        endpoint.host() + " has no " + family + " address, only " + others);
  }
}
