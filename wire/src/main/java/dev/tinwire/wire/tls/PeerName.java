package dev.tinwire.wire.tls;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SNIHostName;

/**
 * The host we asked for, as TLS looks at it: what a certificate must name (RFC 9525 §6), and what
 * the server is told we came for (RFC 6066 §3).
 *
 * @param text a name, or an IP literal without brackets and zone
 */
record PeerName(String text) {
  /** A zone is meant for our own kernel alone; no certificate names it (RFC 4007 §11.2). */
  static PeerName of(String host) {
    int zone = host.indexOf('%');
    return new PeerName(zone < 0 ? host : host.substring(0, zone));
  }

  Optional<InetAddress> address() {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /**
   * The name for the server name extension. The JDK itself sends none without a dot; nothing in RFC
   * 6066 asks for one. Empty for addresses (§3 forbids them) and names that are none in DNS.
   */
  Optional<SNIHostName> indication() {
    if (address().isPresent()) return Optional.empty();
    try {
      return Optional.of(new SNIHostName(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Whether one of the names a certificate carries is this one. */
  boolean isIn(CertificateNames names) {
    return address().map(names.addresses()::contains).orElseGet(() -> isIn(names.hosts()));
  }

  private boolean isIn(Collection<String> hosts) {
    return hosts.stream().anyMatch(this::matches);
  }

  /**
   * RFC 9525 §6.3: a wildcard is the whole leftmost label and stands for exactly one; and it needs
   * two labels after it, or {@code *.com} would be everybody.
   */
  private boolean matches(String presented) {
    String pattern = withoutRoot(presented);
    String host = withoutRoot(text);
    if (!pattern.startsWith("*.")) return pattern.equals(host);
    int dot = host.indexOf('.');
    String parent = pattern.substring(1);
    return dot > 0 && parent.indexOf('.', 1) > 0 && host.substring(dot).equals(parent);
  }

  private static String withoutRoot(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
