package dev.tinwire.wire.tls;

import static dev.tinwire.wire.tls.CertificateReport.minute;

import dev.tinwire.wire.Visible;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Says what is wrong with a chain: what was expected, what was found, what to try. */
record ChainWords(List<X509Certificate> chain, String host, Instant now) {
  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

  /** Some certificates carry hundreds. */
  private static final int NAMES_SHOWN = 6;

  String about(Fault fault) {
    X509Certificate server = chain.getFirst();
    return switch (fault) {
      case WRONG_HOST -> "the certificate is for " + names() + ", not for " + host;
      case NAMED_IN_COMMON_NAME_ONLY ->
          the(server) + " names no host but in its common name, which does not count (RFC 9525 §2)";
      case EXPIRED -> expired();
      case NOT_YET_VALID -> notYetValid();
      case UNKNOWN_AUTHORITY -> unknownAuthority();
      case SELF_SIGNED -> selfSigned();
      case NOT_FOR_SERVERS -> the(server) + " is for " + purposes() + " only, not for servers";
      case WEAK_KEY -> weakKey();
      case WEAK_SIGNATURE -> weakSignature();
      case WRONG_PIN -> wrongPin();
      default -> the(server) + ", issued by " + issuer(server) + ", breaks a rule of RFC 5280";
    };
  }

  private String names() {
    List<String> all = CertificateNames.of(chain.getFirst()).list();
    String shown = Visible.of(String.join(", ", all.stream().limit(NAMES_SHOWN).toList()));
    int more = all.size() - NAMES_SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  private String expired() {
    X509Certificate old = first(c -> now.isAfter(c.getNotAfter().toInstant()));
    return the(old)
        + (" expired at " + minute(old.getNotAfter().toInstant()))
        + (", it is " + minute(now) + " now");
  }

  private String notYetValid() {
    X509Certificate young = first(c -> now.isBefore(c.getNotBefore().toInstant()));
    return the(young)
        + (" is not valid before " + minute(young.getNotBefore().toInstant()))
        + (", it is " + minute(now) + " now (if this clock is right)");
  }

  private String unknownAuthority() {
    return the(chain.getFirst())
        + (" is issued by " + issuer(chain.getLast()))
        + ", who is not trusted here; if they should be, name their certificate with --cacert";
  }

  private String selfSigned() {
    X509Certificate server = chain.getFirst();
    return the(server)
        + " vouches for itself and is not trusted here; if its fingerprint is right ("
        + (Fingerprint.of(server) + "), use --pin ")
        + SpkiPin.of(server.getPublicKey());
  }

  private String purposes() {
    try {
      List<String> purposes = chain.getFirst().getExtendedKeyUsage();
      return purposes == null || !purposes.equals(List.of(CLIENT_AUTH))
          ? "other purposes"
          : "clients";
    } catch (CertificateParsingException _) {
      return "other purposes";
    }
  }

  private String weakKey() {
    X509Certificate weak = first(c -> Verdict.weakKey(c.getPublicKey()));
    return the(weak)
        + (" has a weak key, " + CertificateReport.key(weak.getPublicKey()))
        + (" bits; at least RSA " + Verdict.RSA_BITS)
        + (" or EC " + Verdict.EC_BITS + " is expected");
  }

  private String weakSignature() {
    X509Certificate weak = first(Verdict::weakSignature);
    return the(weak)
        + (" is signed with " + Visible.of(weak.getSigAlgName()))
        + ", which can be forged; at least SHA-256 is expected";
  }

  private String wrongPin() {
    X509Certificate server = chain.getFirst();
    return the(server)
        + (" has the key " + SpkiPin.of(server.getPublicKey()))
        + ", which is not a pinned one";
  }

  /** The certificate that has the fault, or the server's if none shows it. */
  private X509Certificate first(Predicate<X509Certificate> guilty) {
    return chain.stream().filter(guilty).findFirst().orElse(chain.getFirst());
  }

  private static String the(X509Certificate certificate) {
    return "the certificate of " + CertificateReport.name(certificate.getSubjectX500Principal());
  }

  private static String issuer(X509Certificate certificate) {
    return CertificateReport.name(certificate.getIssuerX500Principal());
  }
}
