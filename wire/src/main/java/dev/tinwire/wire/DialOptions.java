package dev.tinwire.wire;

import java.net.InetAddress;
import java.util.Optional;

/**
 * How a user wants connections made; the same in every tool.
 *
 * @param family {@code -4}, {@code -6}
 * @param bind {@code --bind}: the address to come from
 * @param overrides {@code --resolve}
 * @param proxy who connects on our behalf
 */
public record DialOptions(
    Family family, Optional<InetAddress> bind, Overrides overrides, Optional<Proxy> proxy) {
  /** Refuses an address to come from that is not of the family; check a user's before. */
  public DialOptions {
    if (bind.isPresent() && !family.takes(bind.get())) {
      throw new IllegalArgumentException(bind.get().getHostAddress() + " is not " + family);
    }
  }

  public static DialOptions defaults() {
    return new DialOptions(Family.ANY, Optional.empty(), Overrides.none(), Optional.empty());
  }

  public DialOptions withFamily(Family other) {
    return new DialOptions(other, bind, overrides, proxy);
  }

  public DialOptions withBind(InetAddress from) {
    return new DialOptions(family, Optional.of(from), overrides, proxy);
  }

  public DialOptions withOverrides(Overrides others) {
    return new DialOptions(family, bind, others, proxy);
  }

  public DialOptions withProxy(Optional<Proxy> other) {
    return new DialOptions(family, bind, overrides, other);
  }

  /** The family of the first hop, which must be that of the address to come from. */
  Family hopFamily() {
    return bind.map(Family::of).orElse(family);
  }
}
