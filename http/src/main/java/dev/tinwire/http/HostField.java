package dev.tinwire.http;

import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.Malformed;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * {@code uri-host [ ":" port ]}: the value of Host and the authority of a target (RFC 9110 §7.2,
 * RFC 3986 §3.2). Public because servers choose by it and clients write it.
 *
 * @param host a name as it came, an IPv6 address in its brackets, or nothing: Host may be empty
 * @param port absent also where a colon stands and no digits follow
 */
public record HostField(String host, OptionalInt port) {
  public HostField {
    if (!isHost(host)) throw new IllegalArgumentException("no host: " + host);
    if (port.orElse(0) < 0 || port.orElse(0) > 65535) {
      throw new IllegalArgumentException("no port: " + port.getAsInt());
    }
  }

  /** Reads it strictly: a user before an at sign is refused, and so is all that is no host. */
  static HostField parse(String text) throws BadMessage {
    int colon = text.indexOf(':', text.startsWith("[") ? text.indexOf(']') + 1 : 0);
    String host = colon < 0 ? text : text.substring(0, colon);
    if (!isHost(host)) {
      throw BadMessage.in("host", text, "a name, or an IPv6 address in brackets, is expected");
    }
    return new HostField(host, colon < 0 ? OptionalInt.empty() : port(text, colon + 1));
  }

  /** IPvFuture (RFC 3986 §3.2.2) has no versions yet, so only IPv6 can stand in brackets. */
  private static boolean isHost(String text) {
    int length = text.length();
    if (text.startsWith("[")) {
      return text.endsWith("]") && isIpv6(text.substring(1, length - 1));
    }
    return Octet.firstOutsidePercent(Octet.REG_NAME, text, 0, length) == length;
  }

  /** Without a zone, which means something on one computer only (RFC 6874 §1). */
  private static boolean isIpv6(String text) {
    if (text.indexOf(':') < 0 || text.indexOf('%') >= 0) return false;
    try {
      var _ = IpLiteral.parse(text);
      return true;
    } catch (Malformed _) {
      return false;
    }
  }

  /** The host as DNS compares it: in lower case, without a dot at the end. */
  public String name() {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /**
   * Whether nobody's DNS can lead it anywhere: an address, or {@code localhost} and what is below
   * it (RFC 6761 §6.3).
   */
  public boolean isBeyondDns() {
    String name = name();
    return name.equals("localhost") || name.endsWith(".localhost") || isAddress(name);
  }

  /** In brackets nothing else can stand. */
  private static boolean isAddress(String name) {
    if (name.startsWith("[")) return true;
    if (name.isEmpty() || !Octet.isDigit(name.charAt(0))) return false;
    try {
      var _ = IpLiteral.parse(name);
      return true;
    } catch (Malformed _) {
      return false;
    }
  }

  private static OptionalInt port(String text, int from) throws BadMessage {
    if (from == text.length()) return OptionalInt.empty();
    int port = 0;
    for (int i = from; i < text.length(); i++) {
      if (!Octet.isDigit(text.charAt(i))) throw BadMessage.in("host", text, "a port is a number");
      port = 10 * port + text.charAt(i) - '0';
      if (port > 65535) throw BadMessage.in("host", text, "no port goes beyond 65535");
    }
    return OptionalInt.of(port);
  }

  @Override
  public String toString() {
    return port.isEmpty() ? host : host + ":" + port.getAsInt();
  }
}
