package dev.tinwire.wire.tls;

import dev.tinwire.wire.Malformed;
import java.security.PublicKey;
import java.util.Base64;

/**
 * A public key by the SHA-256 of its SubjectPublicKeyInfo (RFC 7469 §2.4), written as curl's {@code
 * --pinnedpubkey} does. It survives a renewed certificate as long as the key stays.
 *
 * @param base64 32 bytes, padded
 */
public record SpkiPin(String base64) {
  private static final String SCHEME = "sha256//";
  private static final int LENGTH = 32;

  public SpkiPin {
    if (!isDigest(base64)) throw new IllegalArgumentException("no SHA-256: " + base64);
  }

  public static SpkiPin of(PublicKey key) {
    return new SpkiPin(Base64.getEncoder().encodeToString(Fingerprint.sha256(key.getEncoded())));
  }

  /** {@code sha256//BASE64}, as {@link #toString} prints it. */
  public static SpkiPin parse(String text) throws Malformed {
    if (!text.startsWith(SCHEME)) {
      throw new Malformed("pin", text, 0, "expected sha256// and the base64 of a SHA-256");
    }
    String base64 = text.substring(SCHEME.length());
    if (!isDigest(base64)) {
      throw new Malformed(
          "pin", text, SCHEME.length(), "expected the 44 base64 characters of a SHA-256");
    }
    return new SpkiPin(base64);
  }

  private static boolean isDigest(String base64) {
    try {
      byte[] digest = Base64.getDecoder().decode(base64);
      return digest.length == LENGTH && Base64.getEncoder().encodeToString(digest).equals(base64);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  @Override
  public String toString() {
    return SCHEME + base64;
  }
}
