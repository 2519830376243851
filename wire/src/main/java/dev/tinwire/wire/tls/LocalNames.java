package dev.tinwire.wire.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** By which names and addresses others may reach this computer. */
final class LocalNames {
  /** A computer full of containers has an address for each; the certificate has an end. */
  static final int MOST_ADDRESSES = 100;

  private static final String LOCALHOST = "localhost";
  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

  /**
   * RFC 5280 §4.2.1.6 and RFC 1123 §2.1: the last label begins with a letter, or it is an address.
   */
  private static final Pattern NAME =
      Pattern.compile("(?=.{1,253}$)(" + LABEL + "\\.)*+(?=[a-z])" + LABEL);

  private LocalNames() {}

  static CertificateNames here() throws IOException {
    return of(hostName(), addresses());
  }

  /** The same for any computer; the first name is its own, if it can stand in a certificate. */
  static CertificateNames of(String hostName, Set<InetAddress> addresses) {
    var hosts = new LinkedHashSet<String>();
    String name = hostName.toLowerCase(Locale.ROOT);
    if (NAME.matcher(name).matches() && !name.equals(LOCALHOST)) {
      hosts.add(name);
      // Its name in multicast DNS (RFC 6762 §3).
      if (name.indexOf('.') < 0) hosts.add(name + ".local");
    }
    hosts.add(LOCALHOST);
    var all = new LinkedHashSet<InetAddress>();
    all.add(InetAddress.ofLiteral("127.0.0.1"));
    all.add(InetAddress.ofLiteral("::1"));
    addresses.stream().limit(MOST_ADDRESSES).forEach(all::add);
    return new CertificateNames(hosts, all);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return LOCALHOST; // it has a name that nothing resolves: nobody can reach it by that
    }
  }

  private static Set<InetAddress> addresses() throws IOException {
    var addresses = new LinkedHashSet<InetAddress>();
    for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
      if (card.isUp()) addresses.addAll(card.inetAddresses().toList());
    }
    return addresses;
  }
}
