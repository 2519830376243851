package dev.tinwire.wire.tls;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What to do about the own identity at a start. */
sealed interface IdentityPlan {
  /** As long before its end a certificate is renewed. */
  Duration BEFORE_THE_END = Duration.ofDays(30);

  /** It is good. */
  record Keep() implements IdentityPlan {}

  /** A new certificate to the key there is, so that pins of it stay right. */
  record Renew(Reason reason) implements IdentityPlan {}

  /** There is none yet. */
  record Make() implements IdentityPlan {}

  /** Why a certificate no longer does. */
  enum Reason {
    NAMES_CHANGED,
    ENDS_SOON,
    /** Made by a clock that was ahead. */
    NOT_YET_VALID
  }

  /**
   * Decides. A certificate may name more than is wanted: networks come and go, and those who
   * trusted it should not be asked again because one went.
   */
  static IdentityPlan of(Optional<X509Certificate> stored, CertificateNames wanted, Instant now) {
    if (stored.isEmpty()) return new Make();
    X509Certificate certificate = stored.get();
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      return new Renew(Reason.NOT_YET_VALID);
    }
    if (now.plus(BEFORE_THE_END).isAfter(certificate.getNotAfter().toInstant())) {
      return new Renew(Reason.ENDS_SOON);
    }
    if (!CertificateNames.of(certificate).covers(wanted)) return new Renew(Reason.NAMES_CHANGED);
    return new Keep();
  }
}
