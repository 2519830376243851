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

  /** Made when somebody looks: most reports are never shown, and every request has one. */
  private static final class Minutes {
    static final DateTimeFormatter UTC =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
  }

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
    return Minutes.UTC.format(instant);
  }

  static String key(PublicKey key) {
    // No pattern switch: linking the first one costs a start some 8 ms.
    if (key instanceof RSAKey rsa) return "RSA " + rsa.getModulus().bitLength();
    if (key instanceof ECKey ec) return "EC " + ec.getParams().getOrder().bitLength();
    return key instanceof EdECKey ed ? ed.getParams().getName() : cut(key.getAlgorithm());
  }

  private static String cut(String text) {
    return Visible.cut(text, NAME_WIDTH);
  }
}
