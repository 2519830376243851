package dev.tinwire.wire.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;

/** What a key of ours is made of, and how a certificate is signed with it. */
public enum KeyKind {
  /** Known everywhere, quick, and small in a certificate. */
  P256("EC", "SHA256withECDSA"),
  /** What most public servers have. */
  RSA("RSA", "SHA256withRSA");

  private final String algorithm;
  private final String signature;

  KeyKind(String algorithm, String signature) {
    this.algorithm = algorithm;
    this.signature = signature;
  }

  static KeyKind of(PublicKey key) {
    return key.getAlgorithm().equals(RSA.algorithm) ? RSA : P256;
  }

  KeyPair newKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    switch (this) {
      case P256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
      case RSA -> generator.initialize(Verdict.RSA_BITS);
    }
    return generator.generateKeyPair();
  }

  /** The JDK's name for the signature. */
  String signature() {
    return signature;
  }

  /** AlgorithmIdentifier of the signature; that of RSA has parameters, and they are NULL. */
  byte[] identifier() {
    return switch (this) {
      case P256 -> Der.sequence(Der.oid("1.2.840.10045.4.3.2")); // RFC 5758 §3.2
      case RSA -> Der.sequence(Der.oid("1.2.840.113549.1.1.11"), Der.nothing()); // RFC 4055 §5
    };
  }
}
