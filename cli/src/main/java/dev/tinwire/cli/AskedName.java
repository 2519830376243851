package dev.tinwire.cli;

import dev.tinwire.http.BadMessage;
import dev.tinwire.http.HostField;
import dev.tinwire.httpserver.Request;
import dev.tinwire.wire.Endpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * By what name a page of this computer alone may be asked for. A page from elsewhere can have its
 * own name resolved to 127.0.0.1 and then read, in the browser of somebody who sits here, what is
 * for those who sit here (DNS rebinding); but the browser says that name in Host (RFC 9110 §7.2).
 */
record AskedName(boolean here, String name) {
  static AskedName of(Endpoint where, List<InetSocketAddress> addresses) {
    boolean here =
        addresses.stream()
            .map(InetSocketAddress::getAddress)
            .allMatch(InetAddress::isLoopbackAddress);
    return new AskedName(here, where.host());
  }

  /** An address cannot be rebound, localhost is never looked up, and one name we were given. */
  boolean allows(Request request) {
    if (!here) return true;
    try {
      // Whoever says no name at all is no browser.
      return request.head().authority().map(this::isOurs).orElse(true);
    } catch (BadMessage _) {
      return false;
    }
  }

  private boolean isOurs(HostField asked) {
    return asked.isBeyondDns() || asked.name().equals(name);
  }
}
