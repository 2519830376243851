package dev.tinwire.wire;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Which kind of addresses may be used: both, {@code -4}, or {@code -6}. */
public enum Family {
  ANY("IP"),
  IPV4("IPv4"),
  IPV6("IPv6");

  private final String words;

  Family(String words) {
    this.words = words;
  }

  static Family of(InetAddress address) {
    return address instanceof Inet6Address ? IPV6 : IPV4;
  }

  boolean takes(InetAddress address) {
    return this == ANY || this == of(address);
  }

  /** As a message calls it: "has no IPv6 address". */
  @Override
  public String toString() {
    return words;
  }
}
