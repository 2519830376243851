package dev.tinwire.wire;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * An IP address in writing. Parsed here by hand, because {@link InetAddress} takes old forms such
 * as {@code 127.1}, and asks the DNS about whatever it cannot read.
 */
public sealed interface IpLiteral permits Ipv4Literal, Ipv6Literal {
  /**
   * Reads an address without brackets.
   *
   * @param text {@code 192.0.2.1}, {@code 2001:db8::1}, {@code fe80::1%eth0}
   */
  static IpLiteral parse(String text) throws Malformed {
    return text.indexOf(':') >= 0
        ? Ipv6Literal.parse("IP address", text, 0, text.length())
        : Ipv4Literal.parse("IP address", text, 0, text.length());
  }

  /** The literal of an address, in which {@code toString()} is canonical (RFC 5952). */
  static IpLiteral of(InetAddress address) {
    var bytes = ByteBuffer.wrap(address.getAddress());
    if (!(address instanceof Inet6Address six)) return new Ipv4Literal(bytes.getInt());
    return new Ipv6Literal(bytes.getLong(), bytes.getLong(), zoneOf(six));
  }

  /** The interface's name for eyes; its number where the name is not one we could read again. */
  private static String zoneOf(Inet6Address address) {
    var there = address.getScopedInterface();
    if (there != null && Ipv6Parser.isZone(there.getName())) return there.getName();
    return address.getScopeId() == 0 ? "" : Integer.toString(address.getScopeId());
  }

  /**
   * The address, without any look-up of names. A v4-mapped one ({@code ::ffff:192.0.2.1}) comes as
   * IPv4, which is what the packets will be.
   *
   * @throws WireException if this computer has no interface of the name in the zone
   */
  InetAddress address() throws WireException;
}
