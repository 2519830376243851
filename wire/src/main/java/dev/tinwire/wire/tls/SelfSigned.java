package dev.tinwire.wire.tls;

import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes a certificate that vouches for itself, DER by hand (the JDK has no public way):
 *
 * <pre>
 * Certificate    ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signature BIT STRING }
 * TBSCertificate ::= SEQUENCE { [0] version (2 is v3), serialNumber, signatureAlgorithm, issuer,
 *     validity, subject, subjectPublicKeyInfo, [3] extensions }      (RFC 5280 §4.1)
 * </pre>
 */
final class SelfSigned {
  /** What browsers accept at most since 2020 (CA/Browser Forum ballot SC31). */
  static final Duration VALIDITY = Duration.ofDays(397);

  /** Clocks of neighbours run late. */
  static final Duration EARLIER = Duration.ofHours(1);

  private static final byte[] VERSION_3 = Der.explicit(0, Der.integer(BigInteger.TWO));
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private SelfSigned() {}

  static X509Certificate certificate(
      KeyPair key, CertificateNames names, Instant now, RandomGenerator random)
      throws GeneralSecurityException {
    KeyKind kind = KeyKind.of(key.getPublic());
    byte[] body = body(kind, key.getPublic().getEncoded(), names, now, random);
    Signature signature = Signature.getInstance(kind.signature());
    signature.initSign(key.getPrivate());
    signature.update(body);
    byte[] signed = Der.bitString(0, signature.sign());
    return PemFile.certificate(Der.sequence(body, kind.identifier(), signed));
  }

  private static byte[] body(
      KeyKind kind, byte[] publicKey, CertificateNames names, Instant now, RandomGenerator random) {
    byte[] name = name(names);
    Instant from = now.minus(EARLIER);
    byte[] validity = Der.sequence(Der.time(from), Der.time(from.plus(VALIDITY)));
    byte[] extensions = Der.explicit(3, extensions(publicKey, names));
    byte[] serial = Der.integer(serial(random));
    return Der.sequence(
        VERSION_3, serial, kind.identifier(), name, validity, name, publicKey, extensions);
  }

  /** RFC 5280 §4.1.2.2: positive, 20 bytes at most; 16 random ones make it unique. */
  private static BigInteger serial(RandomGenerator random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return new BigInteger(1, bytes).setBit(126).clearBit(127);
  }

  /** Only for eyes; what counts is in the subjectAltName. */
  private static byte[] name(CertificateNames names) {
    String first = names.list().getFirst();
    String commonName =
        first.substring(0, Math.min(64, first.length())); // RFC 5280 §A.1 ub-common-name
    return Der.sequence(attribute("2.5.4.10", "Tinwire"), attribute("2.5.4.3", commonName));
  }

  private static byte[] attribute(String type, String value) {
    return Der.set(Der.sequence(Der.oid(type), Der.utf8String(value)));
  }

  private static byte[] extensions(byte[] publicKey, CertificateNames names) {
    byte[] digitalSignature = Der.bitString(7, new byte[] {(byte) 0x80});
    byte[] serverAuth = Der.sequence(Der.oid("1.3.6.1.5.5.7.3.1"));
    return Der.sequence(
        critical(
            "2.5.29.19", Der.sequence()), // basicConstraints: cA FALSE, it vouches for no other
        critical("2.5.29.15", digitalSignature), // keyUsage
        extension("2.5.29.37", serverAuth), // extKeyUsage
        extension("2.5.29.14", Der.octetString(keyIdentifier(publicKey))), // subjectKeyIdentifier
        extension("2.5.29.17", subjectAltName(names)));
  }

  private static byte[] critical(String oid, byte[] value) {
    return Der.sequence(Der.oid(oid), Der.yes(), Der.octetString(value));
  }

  private static byte[] extension(String oid, byte[] value) {
    return Der.sequence(Der.oid(oid), Der.octetString(value));
  }

  /** RFC 7093 §2 method 1 without SHA-1, of the whole key information: any stable value will do. */
  private static byte[] keyIdentifier(byte[] publicKey) {
    return Arrays.copyOf(Fingerprint.sha256(publicKey), 20);
  }

  private static byte[] subjectAltName(CertificateNames names) {
    List<byte[]> all = new ArrayList<>();
    for (String host : names.hosts()) {
      all.add(Der.implicit(DNS_NAME, host.getBytes(StandardCharsets.US_ASCII)));
    }
    for (InetAddress address : names.addresses()) {
      all.add(Der.implicit(IP_ADDRESS, address.getAddress()));
    }
    return Der.sequence(all.toArray(byte[][]::new));
  }
}
