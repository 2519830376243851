package dev.tinwire.wire;

import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * {@code HOST[:PORT]}, the one way every tool writes where to go: {@code example.com}, {@code
 * 192.0.2.1:80}, {@code [::1]:80}, {@code [fe80::1%eth0]:80}, {@code ::1}.
 *
 * <p>An IPv6 address with a port needs brackets; with two colons or more and no brackets the whole
 * text is an address. {@link #toString()} is the canonical form, and reads back as the same
 * endpoint.
 *
 * @param host an IP literal without brackets (a zone kept), or a name in lower case as A-labels
 * @param port 0 only where one listens and lets the system choose
 */
public record Endpoint(String host, int port) {
  /** Takes only canonical hosts, so that equal endpoints are equal values. */
  public Endpoint {
    if (port < 0 || port > 0xffff) throw new IllegalArgumentException("no such port: " + port);
    try {
      String canonical = EndpointParser.host(host);
      if (!canonical.equals(host)) throw new IllegalArgumentException("canonical: " + canonical);
    } catch (Malformed e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Reads where to go to; the port is 1 to 65535. */
  public static Endpoint parse(String text, int defaultPort) throws Malformed {
    return new EndpointParser(text, 1).parse(defaultPort);
  }

  /** Reads where to listen; port 0 lets the system choose one. */
  public static Endpoint parseListener(String text, int defaultPort) throws Malformed {
    return new EndpointParser(text, 0).parse(defaultPort);
  }

  /** Where a socket is (a resolved address): its numbers, never the name they were made from. */
  public static Endpoint of(InetSocketAddress address) {
    return new Endpoint(IpLiteral.of(address.getAddress()).toString(), address.getPort());
  }

  /**
   * The address, if the host is one; it is never looked up.
   *
   * @throws WireException if the host has a zone that this computer has not
   */
  public Optional<InetAddress> literal() throws WireException {
    return isLiteral() ? Optional.of(IpLiteral.parse(host).address()) : Optional.empty();
  }

  /** Whether the host is an IP address rather than a name. */
  public boolean isLiteral() {
    // A name's last label is never a number (RFC 1123 §2.1), an IPv4 address's always.
    int last = host.lastIndexOf('.') + 1;
    boolean number = last > 0 && last < host.length();
    for (int i = last; i < host.length(); i++) number &= Decimal.isDigit(host.charAt(i));
    return host.indexOf(':') >= 0 || number;
  }

  @Override
  public String toString() {
    return printed(host);
  }

  /** For eyes: A-labels in the script they stand for. Never compare this, names can look alike. */
  public String readable() {
    return printed(Visible.of(IDN.toUnicode(host)));
  }

  private String printed(String name) {
    return name.indexOf(':') >= 0 ? "[" + name + "]:" + port : name + ":" + port;
  }
}
