package dev.tinwire.heartbeat;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What a sender is called that nobody named: by its computer. */
final class HostId {
  private HostId() {}

  static String ofThisComputer() {
    try {
      return of(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException _) {
      return "unnamed";
    }
  }

  /** The first label of a name, without what an id cannot have. */
  static String of(String host) {
    String name = host.replaceFirst("\\..*", "").replaceAll("[^A-Za-z0-9_-]", "-");
    String cut = name.substring(0, Math.min(PairParser.LONGEST_ID, name.length()));
    return cut.isEmpty() ? "unnamed" : cut;
  }
}
