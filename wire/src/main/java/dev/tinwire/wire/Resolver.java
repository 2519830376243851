package dev.tinwire.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name; public because tests and tools bring their own. */
@FunctionalInterface
public interface Resolver {
  /**
   * All addresses of a host, in the order of preference.
   *
   * @throws UnknownHostException if it has none
   */
  List<InetAddress> lookup(String host) throws UnknownHostException;

  /** The operating system's: hosts file, name servers, and what else it knows. */
  static Resolver system() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
