package dev.tinwire.wire.tls;

import dev.tinwire.wire.Visible;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * What a certificate says, for those who want to look. All texts are safe to show.
 *
 * @param key kind and size, {@code EC 256}
 * @param signature the algorithm the issuer signed with
 */
public record CertificateReport(
    String subject,
    List<String> names,
    String issuer,
    Instant notBefore,
    Instant notAfter,
    String key,
    String signature,
    String fingerprint,
    SpkiPin pin) {
  private static final int NAME_WIDTH = 120;
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  public CertificateReport {
    names = List.copyOf(names);
  }

  public static CertificateReport of(X509Certificate certificate) {
    return new CertificateReport(
        name(certificate.getSubjectX500Principal()),
        CertificateNames.of(certificate).list().stream().map(CertificateReport::cut).toList(),
        name(certificate.getIssuerX500Principal()),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        key(certificate.getPublicKey()),
        cut(certificate.getSigAlgName()),
        Fingerprint.of(certificate),
        SpkiPin.of(certificate.getPublicKey()));
  }

  /** One line for each fact. */
  public List<String> lines() {
    return List.of(
        "subject      " + subject,
        "names        " + (names.isEmpty() ? "none" : String.join(", ", names)),
        "issuer       " + issuer,
        "valid        " + minute(notBefore) + " to " + minute(notAfter),
        "key          " + key,
        "signature    " + signature,
        "fingerprint  " + fingerprint,
        "pin          " + pin);
  }

  /** {@code CN=example.org,O=Example} (RFC 2253), safe to show. */
  static String name(X500Principal principal) {
    String name = principal.getName();
    return name.isEmpty() ? "nobody" : cut(name);
  }

  static String minute(Instant instant) {
    return MINUTES.format(instant);
  }

  static String key(PublicKey key) {
    return switch (key) {
      case RSAKey rsa -> "RSA " + rsa.getModulus().bitLength();
      case ECKey ec -> "EC " + ec.getParams().getOrder().bitLength();
      case EdECKey ed -> ed.getParams().getName();
      default -> cut(key.getAlgorithm());
    };
  }

  private static String cut(String text) {
    return Visible.cut(text, NAME_WIDTH);
  }
}
