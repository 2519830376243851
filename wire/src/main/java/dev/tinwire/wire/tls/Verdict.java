package dev.tinwire.wire.tls;

import java.security.PublicKey;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXReason;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is wrong with the chain a server sent, as pure functions of the chain: our own demands on
 * top of the JDK's ({@link #against}), and which of the faults the JDK meant when it refused
 * ({@link #behind}).
 */
final class Verdict {
  /** CA/Browser Forum Baseline Requirements §6.1.5; the JDK alone would take 1024. */
  static final int RSA_BITS = 2048;

  static final int EC_BITS = 224;

  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String ANY_PURPOSE = "2.5.29.37.0";

  private Verdict() {}

  /**
   * What we do not take even from an authority one trusts. The JDK looks at neither the dates nor
   * the purpose of a certificate that is itself among the trusted ones.
   */
  static Optional<Fault> against(List<X509Certificate> chain, PeerName host, Instant now) {
    X509Certificate server = chain.getFirst();
    return outOfDate(List.of(server), now)
        .or(() -> purpose(server))
        .or(() -> name(server, host))
        .or(() -> weakness(chain));
  }

  /** The fault that made the JDK refuse. It tells some by type; the others show in the chain. */
  static Fault behind(
      CertificateException refusal, List<X509Certificate> chain, PeerName host, Instant now) {
    X509Certificate server = chain.getFirst();
    for (Throwable cause : Causes.of(refusal)) {
      if (cause instanceof CertPathBuilderException) {
        return outOfDate(chain, now).orElseGet(() -> unknownIssuer(server));
      }
      if (cause instanceof CertPathValidatorException e) {
        Optional<Fault> told = told(e, chain);
        if (told.isPresent()) return told.get();
      }
    }
    return purpose(server).or(() -> name(server, host)).orElse(Fault.BAD_CHAIN);
  }

  private static Optional<Fault> told(CertPathValidatorException e, List<X509Certificate> chain) {
    return switch (e.getReason()) {
      case BasicReason.EXPIRED -> Optional.of(Fault.EXPIRED);
      case BasicReason.NOT_YET_VALID -> Optional.of(Fault.NOT_YET_VALID);
      case BasicReason.ALGORITHM_CONSTRAINED ->
          weakness(chain).or(() -> Optional.of(Fault.WEAK_SIGNATURE));
      case PKIXReason.NO_TRUST_ANCHOR -> Optional.of(unknownIssuer(chain.getFirst()));
      default -> Optional.empty();
    };
  }

  private static Fault unknownIssuer(X509Certificate server) {
    return selfIssued(server) ? Fault.SELF_SIGNED : Fault.UNKNOWN_AUTHORITY;
  }

  static Optional<Fault> outOfDate(List<X509Certificate> chain, Instant now) {
    for (X509Certificate certificate : chain) {
      if (now.isAfter(certificate.getNotAfter().toInstant())) return Optional.of(Fault.EXPIRED);
      if (now.isBefore(certificate.getNotBefore().toInstant())) {
        return Optional.of(Fault.NOT_YET_VALID);
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> purpose(X509Certificate server) {
    try {
      List<String> purposes = server.getExtendedKeyUsage(); // null: any (RFC 5280 §4.2.1.12)
      boolean fine =
          purposes == null || purposes.contains(SERVER_AUTH) || purposes.contains(ANY_PURPOSE);
      return fine ? Optional.empty() : Optional.of(Fault.NOT_FOR_SERVERS);
    } catch (CertificateParsingException _) {
      return Optional.of(Fault.BAD_CHAIN);
    }
  }

  static Optional<Fault> name(X509Certificate server, PeerName host) {
    CertificateNames names = CertificateNames.of(server);
    if (host.isIn(names)) return Optional.empty();
    return Optional.of(names.isEmpty() ? Fault.NAMED_IN_COMMON_NAME_ONLY : Fault.WRONG_HOST);
  }

  static Optional<Fault> weakness(List<X509Certificate> chain) {
    for (X509Certificate certificate : chain) {
      if (weakKey(certificate.getPublicKey())) return Optional.of(Fault.WEAK_KEY);
      if (weakSignature(certificate)) return Optional.of(Fault.WEAK_SIGNATURE);
    }
    return Optional.empty();
  }

  static boolean weakKey(PublicKey key) {
    if (key instanceof RSAKey rsa) return rsa.getModulus().bitLength() < RSA_BITS;
    if (key instanceof ECKey ec) return ec.getParams().getOrder().bitLength() < EC_BITS;
    return key.getAlgorithm().equals("DSA"); // no longer in TLS (RFC 8446 §4.2.3)
  }

  /**
   * SHA-1 collisions are for sale since 2017. Who signed itself proves nothing by it, either way.
   */
  static boolean weakSignature(X509Certificate certificate) {
    String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    boolean weakDigest = algorithm.startsWith("SHA1") || algorithm.startsWith("MD");
    return weakDigest && !selfIssued(certificate);
  }

  static boolean selfIssued(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }
}
