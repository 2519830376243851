package dev.tinwire.wire.tls;

import java.security.KeyPair;

/**
 * Who this computer is to its neighbours: a key and a certificate that vouches for itself. People
 * compare its fingerprint, or pin its key, and need no authority.
 */
public record Identity(Credential credential) {
  /** {@code SHA-256 AB:CD:…} of the certificate, which a renewal changes. */
  public String fingerprint() {
    return Fingerprint.of(credential.certificate());
  }

  /** Survives renewals, as the key does. */
  public SpkiPin pin() {
    return SpkiPin.of(credential.certificate().getPublicKey());
  }

  KeyPair keyPair() {
    return new KeyPair(credential.certificate().getPublicKey(), credential.key());
  }
}
