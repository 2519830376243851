package dev.tinwire.wire.tls;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.WireException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * Private keys out of PEM blocks. The JDK reads PKCS#8 (RFC 5958) alone; what older tools write is
 * wrapped into that first:
 *
 * <pre>
 * PrivateKeyInfo ::= SEQUENCE { version INTEGER (0),
 *     algorithm SEQUENCE { OBJECT IDENTIFIER, parameters ANY OPTIONAL }, privateKey OCTET STRING }
 * </pre>
 */
final class PrivateKeys {
  static final String HOW_TO_DECRYPT =
      "take the password off with: openssl pkey -in ENCRYPTED.pem -out key.pem";

  private static final byte[] VERSION = Der.integer(BigInteger.ZERO);
  private static final byte[] RSA = Der.oid("1.2.840.113549.1.1.1"); // RFC 8017 §A.1
  private static final byte[] RSA_PSS = Der.oid("1.2.840.113549.1.1.10");
  private static final byte[] EC = Der.oid("1.2.840.10045.2.1"); // RFC 5480 §2.1.1
  private static final byte[] ED25519 = Der.oid("1.3.101.112"); // RFC 8410 §3
  private static final byte[] ED448 = Der.oid("1.3.101.113");
  private static final byte[] NULL = {0x05, 0x00};
  private static final int EC_PARAMETERS = 0xa0;

  private PrivateKeys() {}

  /** The key in a block, or nothing if the block holds something else. */
  static Optional<PrivateKey> of(PemBlock block) throws WireException {
    return switch (block.label()) {
      case "PRIVATE KEY" -> Optional.of(pkcs8(block.content()));
      case "RSA PRIVATE KEY" -> Optional.of(pkcs8(wrapPkcs1(block.content())));
      case "EC PRIVATE KEY" -> Optional.of(pkcs8(wrapSec1(block.content())));
      case "ENCRYPTED PRIVATE KEY" ->
          throw new WireException("the key is encrypted; " + HOW_TO_DECRYPT);
      default -> Optional.empty();
    };
  }

  static byte[] wrapPkcs1(byte[] rsaPrivateKey) {
    return Der.sequence(VERSION, Der.sequence(RSA, NULL), Der.octetString(rsaPrivateKey));
  }

  /**
   * RFC 5915 §3 keeps the curve inside, as {@code parameters [0]}; RFC 5480 §2.1.1 wants it with
   * the algorithm.
   */
  static byte[] wrapSec1(byte[] ecPrivateKey) throws Malformed {
    DerReader key = new DerReader("EC private key", ecPrivateKey).enter(Der.SEQUENCE);
    key.enter(Der.INTEGER);
    key.enter(Der.OCTET_STRING);
    byte[] curve = key.enter(EC_PARAMETERS).rest();
    return Der.sequence(VERSION, Der.sequence(EC, curve), Der.octetString(ecPrivateKey));
  }

  static PrivateKey pkcs8(byte[] der) throws WireException {
    String algorithm = algorithm(der);
    try {
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException e) {
      // Without the cause's words: they may quote the key.
      throw new WireException("the " + algorithm + " private key cannot be used", e);
    }
  }

  private static String algorithm(byte[] der) throws WireException {
    var all = new DerReader("private key", der);
    DerReader info = all.enter(Der.SEQUENCE);
    all.expectEnd();
    info.enter(Der.INTEGER);
    DerReader identifier = info.enter(Der.SEQUENCE);
    byte[] oid = Der.value(Der.OBJECT_IDENTIFIER, identifier.enter(Der.OBJECT_IDENTIFIER).rest());
    info.enter(Der.OCTET_STRING);
    if (Arrays.equals(oid, RSA)) return "RSA";
    if (Arrays.equals(oid, EC)) return "EC";
    if (Arrays.equals(oid, ED25519) || Arrays.equals(oid, ED448)) return "EdDSA";
    if (Arrays.equals(oid, RSA_PSS)) return "RSASSA-PSS";
    throw new WireException("the private key is neither RSA nor EC nor EdDSA");
  }
}
