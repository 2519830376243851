package dev.tinwire.wire;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Addresses the user gives for a host and port: {@code --resolve HOST:PORT:ADDR[,ADDR]}, as curl
 * has it. They take the place of a look-up; the name stays what it is for TLS and for the protocol.
 *
 * <pre>
 * HOST:PORT:ADDR[,ADDR]   there
 * +HOST:PORT:ADDR[,ADDR]  the same; curl forgets it after a while, and no run of ours lasts so long
 * *:PORT:ADDR[,ADDR]      every host of that port that has no line of its own
 * -HOST:PORT              takes back what an earlier one said
 * </pre>
 *
 * @param anyHost by port
 */
public record Overrides(
    Map<Endpoint, List<InetAddress>> addresses, Map<Integer, List<InetAddress>> anyHost) {
  private static final String WHAT = "HOST:PORT:ADDR";
  private static final String ANY = "*";

  /** Stands for {@link #ANY} where a port is read: a host that no name can be. */
  private static final String SOME_HOST = "0.0.0.0";

  public Overrides {
    addresses = Map.copyOf(addresses);
    anyHost = Map.copyOf(anyHost);
  }

  public static Overrides none() {
    return new Overrides(Map.of(), Map.of());
  }

  /** Reads all {@code --resolve} options; a later one replaces an earlier one. */
  public static Overrides parse(List<String> options) throws WireException {
    var addresses = new HashMap<Endpoint, List<InetAddress>>();
    var anyHost = new HashMap<Integer, List<InetAddress>>();
    for (String option : options) {
      if (option.startsWith("-")) {
        addresses.remove(endpoint(option, 1, option.length()));
        continue;
      }
      int from = option.startsWith("+") ? 1 : 0;
      int colon = secondColon(option, from);
      List<InetAddress> there = addressesAt(option, colon + 1);
      if (option.startsWith(ANY + ":", from)) anyHost.put(port(option, from, colon), there);
      else addresses.put(endpoint(option, from, colon), there);
    }
    return new Overrides(addresses, anyHost);
  }

  private static Endpoint endpoint(String option, int from, int to) throws Malformed {
    try {
      return Endpoint.parse(option.substring(from, to), 0);
    } catch (Malformed e) {
      throw new Malformed(WHAT, option, from + e.at(), e.problem());
    }
  }

  private static int port(String option, int from, int to) throws Malformed {
    String digits = option.substring(from + ANY.length(), to);
    try {
      return Endpoint.parse(SOME_HOST + digits, 0).port();
    } catch (Malformed e) {
      int at = from + ANY.length() + Math.max(0, e.at() - SOME_HOST.length());
      throw new Malformed(WHAT, option, at, e.problem());
    }
  }

  private static int secondColon(String text, int from) throws Malformed {
    int host = text.startsWith("[", from) ? text.indexOf(']', from) : from;
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
    var own = Optional.ofNullable(addresses.get(endpoint));
    return own.isPresent() ? own : Optional.ofNullable(anyHost.get(endpoint.port()));
  }
}
