package dev.tinwire.wire.tls;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hosts and addresses a certificate stands for: its subjectAltName, of which TLS knows {@code
 * dNSName} and {@code iPAddress} (RFC 5280 §4.2.1.6). The common name does not count (RFC 9525 §2).
 */
public record CertificateNames(Set<String> hosts, Set<InetAddress> addresses) {
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  public CertificateNames {
    hosts = Collections.unmodifiableSet(new LinkedHashSet<>(hosts));
    addresses = Collections.unmodifiableSet(new LinkedHashSet<>(addresses));
  }

  /** The names in a certificate; none if its extension cannot be read. */
  static CertificateNames of(X509Certificate certificate) {
    var hosts = new LinkedHashSet<String>();
    var addresses = new LinkedHashSet<InetAddress>();
    for (List<?> name : subjectAltName(certificate)) {
      if (!(name.get(1) instanceof String text)) continue;
      if (Integer.valueOf(DNS_NAME).equals(name.getFirst())) hosts.add(text);
      if (Integer.valueOf(IP_ADDRESS).equals(name.getFirst())) {
        PeerName.of(text).address().ifPresent(addresses::add);
      }
    }
    return new CertificateNames(hosts, addresses);
  }

  private static Collection<List<?>> subjectAltName(X509Certificate certificate) {
    try {
      @Nullable Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null ? List.of() : names;
    } catch (CertificateParsingException _) {
      return List.of();
    }
  }

  boolean isEmpty() {
    return hosts.isEmpty() && addresses.isEmpty();
  }

  boolean covers(CertificateNames wanted) {
    return hosts.containsAll(wanted.hosts) && addresses.containsAll(wanted.addresses);
  }

  /** As text, hosts first, just as the certificate has them: escape before showing. */
  List<String> list() {
    return Stream.concat(hosts.stream(), addresses.stream().map(InetAddress::getHostAddress))
        .toList();
  }

  @Override
  public String toString() {
    return list().stream().collect(Collectors.joining(", "));
  }
}
