package dev.tinwire.httpclient;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The hash of a Digest (RFC 7616 §3.3, §6.1), the weakest first. */
enum DigestAlgorithm {
  MD5("MD5", false),
  MD5_SESS("MD5", true),
  SHA_256("SHA-256", false),
  SHA_256_SESS("SHA-256", true),
  SHA_512_256("SHA-512/256", false),
  SHA_512_256_SESS("SHA-512/256", true);

  private final String jdkName;
  private final boolean session;

  DigestAlgorithm(String jdkName, boolean session) {
    this.jdkName = jdkName;
    this.session = session;
  }

  static Optional<DigestAlgorithm> of(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "MD5" -> Optional.of(MD5);
      case "MD5-SESS" -> Optional.of(MD5_SESS);
      case "SHA-256" -> Optional.of(SHA_256);
      case "SHA-256-SESS" -> Optional.of(SHA_256_SESS);
      case "SHA-512-256" -> Optional.of(SHA_512_256);
      case "SHA-512-256-SESS" -> Optional.of(SHA_512_256_SESS);
      default -> Optional.empty();
    };
  }

  /** Whether the password's hash is bound to the first nonce (§3.4.2). */
  boolean isSession() {
    return session;
  }

  /** H() of the RFC, in lower-case hexadecimal. */
  String hex(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** H(entity-body). */
  String hex(Payload payload) throws IOException {
    MessageDigest digest = digest();
    CountedPayload.uncounted(payload)
        .writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    return HexFormat.of().formatHex(digest.digest());
  }

  private MessageDigest digest() {
    try {
      return MessageDigest.getInstance(jdkName);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + jdkName, e);
    }
  }
}
