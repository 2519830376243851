package dev.tinwire.wire.tls;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.StandardConstants;

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
    if (!mayBeAddress()) return Optional.empty();
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** An exception for each name would be dear. */
  private boolean mayBeAddress() {
    if (text.isEmpty() || text.indexOf(':') >= 0) return true;
    char last = text.charAt(text.length() - 1);
    return last >= '0' && last <= '9';
  }

  /**
   * The name for the server name extension. The JDK itself sends none without a dot; nothing in RFC
   * 6066 asks for one. Empty for addresses (§3 forbids them) and names that are none in DNS.
   */
  Optional<SNIServerName> indication() {
    for (String label : text.split("\\.", -1)) {
      if (!isLabel(label)) return Optional.empty();
    }
    return address().isPresent() ? Optional.empty() : Optional.of(new Indication(text));
  }

  /** RFC 1123 §2.1; names in other scripts are A-labels by now. */
  private static boolean isLabel(String label) {
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      boolean inside = c == '-' && i > 0 && i < label.length() - 1;
      if (!letter && !inside && (c < '0' || c > '9')) return false;
    }
    return !label.isEmpty();
  }

  /** The JDK's own class reads its tables for other scripts first, 20 ms of a start. */
  private static final class Indication extends SNIServerName {
    Indication(String host) {
      super(StandardConstants.SNI_HOST_NAME, host.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** Whether one of the names a certificate carries is this one. */
  boolean isIn(CertificateNames names) {
    return address().map(names.addresses()::contains).orElseGet(() -> isIn(names.hosts()));
  }

  /** Whether one of them is this one without a wildcard. */
  boolean isSpelledOutIn(CertificateNames names) {
    String host = withoutRoot(text);
    return address().isPresent()
        ? isIn(names)
        : names.hosts().stream().anyMatch(name -> withoutRoot(name).equals(host));
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
