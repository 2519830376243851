package dev.tinwire.wire;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Addresses the user gives for a host and port: {@code --resolve HOST:PORT:ADDR[,ADDR]}. They take
 * the place of a look-up; the name stays what it is for TLS and for the protocol.
 */
public record Overrides(Map<Endpoint, List<InetAddress>> addresses) {
  private static final String WHAT = "HOST:PORT:ADDR";

  public Overrides {
    addresses = Map.copyOf(addresses);
  }

  public static Overrides none() {
    return new Overrides(Map.of());
  }

  /** Reads all {@code --resolve} options; a later one replaces an earlier one. */
  public static Overrides parse(List<String> options) throws WireException {
    var addresses = new HashMap<Endpoint, List<InetAddress>>();
    for (String option : options) {
      int colon = secondColon(option);
      addresses.put(Endpoint.parse(option.substring(0, colon), 0), addressesAt(option, colon + 1));
    }
    return new Overrides(addresses);
  }

  private static int secondColon(String text) throws Malformed {
    int host = text.startsWith("[") ? text.indexOf(']') : 0;
    int first = host < 0 ? -1 : text.indexOf(':', host);
    int second = first < 0 ? -1 : text.indexOf(':', first + 1);
    if (second < 0) throw new Malformed(WHAT, text, text.length(), "expected " + WHAT);
    return second;
  }

  private static List<InetAddress> addressesAt(String option, int from) throws WireException {
    var list = new ArrayList<InetAddress>();
    int start = from;
    for (String part : option.substring(from).split(",", -1)) {
      boolean bracketed = part.startsWith("[") && part.endsWith("]");
      try {
        String literal = bracketed ? part.substring(1, part.length() - 1) : part;
        list.add(IpLiteral.parse(literal).address());
      } catch (Malformed e) {
        throw new Malformed(WHAT, option, start + e.at() + (bracketed ? 1 : 0), e.problem());
      }
      start += part.length() + 1;
    }
    return List.copyOf(list);
  }

  Optional<List<InetAddress>> of(Endpoint endpoint) {
    return Optional.ofNullable(addresses.get(endpoint));
  }
}
