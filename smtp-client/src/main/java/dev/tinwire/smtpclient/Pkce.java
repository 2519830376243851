package dev.tinwire.smtpclient;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import org.apache.commons.codec.binary.Base64;

/**
 * Proof that who redeems a code is who asked for it (RFC 7636): the server is told a hash first and
 * what was hashed at the end.
 */
record Pkce(String verifier) {
  private static final int OCTETS = 32; // §4.1 recommends it

  static Pkce random(RandomGenerator random) {
    return new Pkce(token(random));
  }

  /** 43 characters that nobody guesses; also good for a state (RFC 6749 §10.10). */
  static String token(RandomGenerator random) {
    byte[] octets = new byte[OCTETS];
    random.nextBytes(octets);
    return base64(octets);
  }

  /** Method S256 (§4.2). */
  String challenge() {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return base64(sha256.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String base64(byte[] octets) {
    return Base64.encodeBase64URLSafeString(octets);
  }
}
