package dev.tinwire.wire;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Hosts that are reached without a proxy, as {@code NO_PROXY} lists them, separated by commas or
 * blanks. There is no standard; these are the forms that curl, Go and wget agree on or add:
 *
 * <pre>
 * *                        everything
 * example.com              the host and all below it; so do .example.com and *.example.com
 * 192.0.2.1  [::1]  ::1    an address
 * 10.0.0.0/8  fd00::/8     a network
 * example.com:8080         any of these with a port, an IPv6 address in brackets then
 * </pre>
 *
 * An entry of another form covers nothing: the list is often written by somebody else for another
 * tool, and a connection must not fail for it. Names are not looked up.
 */
record NoProxy(List<NoProxy.Entry> entries) {
  /** One entry; port 0 stands for any. */
  sealed interface Entry {
    int port();

    record Everything(int port) implements Entry {}

    record Below(String name, int port) implements Entry {}

    record Network(InetAddress address, int bits, int port) implements Entry {}
  }

  NoProxy {
    entries = List.copyOf(entries);
  }

  static NoProxy parse(String text) {
    return new NoProxy(
        Arrays.stream(text.split("[,\\s]+"))
            .filter(s -> !s.isEmpty())
            .map(NoProxy::entry)
            .toList());
  }

  boolean covers(Endpoint target) {
    Optional<InetAddress> address = address(target.host());
    return entries.stream()
        .filter(entry -> entry.port() == 0 || entry.port() == target.port())
        .anyMatch(entry ->
            switch (entry) {
              case Entry.Everything(_) -> true;
              case Entry.Below(String name, _) -> isBelow(name, withoutDot(target.host()));
              case Entry.Network(InetAddress network, int bits, _) ->
                  address.isPresent() && isIn(network, bits, address.get());
            });
  }

  private static boolean isBelow(String name, String host) {
    return host.equals(name) || host.endsWith("." + name);
  }

  private static boolean isIn(InetAddress network, int bits, InetAddress address) {
    byte[] a = network.getAddress();
    byte[] b = address.getAddress();
    if (a.length != b.length) return false;
    int whole = bits / 8;
    if (!Arrays.equals(a, 0, whole, b, 0, whole)) return false;
    return bits % 8 == 0 || ((a[whole] ^ b[whole]) & 0xff) >> (8 - bits % 8) == 0;
  }

  private static Entry entry(String text) {
    int colon = text.lastIndexOf(':');
    boolean ported = colon > 0 && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
    int port = ported ? number(text.substring(colon + 1), 0xffff) : 0;
    String host = ported ? text.substring(0, colon) : text;
    if (host.equals("*")) return new Entry.Everything(port);
    return network(host, port).orElseGet(() -> new Entry.Below(name(host), port));
  }

  private static Optional<Entry> network(String text, int port) {
    int slash = text.indexOf('/');
    Optional<InetAddress> address = address(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) return Optional.empty();
    int all = address.get().getAddress().length * 8;
    int bits = slash < 0 ? all : number(text.substring(slash + 1), all);
    return bits < 0 ? Optional.empty() : Optional.of(new Entry.Network(address.get(), bits, port));
  }

  private static Optional<InetAddress> address(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    try {
      String literal = bracketed ? text.substring(1, text.length() - 1) : text;
      return Optional.of(IpLiteral.parse(literal).address());
    } catch (WireException _) {
      return Optional.empty();
    }
  }

  /** {@code .example.com} and {@code *.example.com} are the same as {@code example.com}. */
  private static String name(String text) {
    String name = text.startsWith("*.") ? text.substring(1) : text;
    name = name.startsWith(".") ? name.substring(1) : name;
    return withoutDot(name.toLowerCase(Locale.ROOT));
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /** A plain number up to {@code most}, or -1, which no port and no network has. */
  private static int number(String text, int most) {
    if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    int number = Integer.parseInt(text);
    return number <= most ? number : -1;
  }
}
