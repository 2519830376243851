package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.secret.Secret;

/**
 * A token that whoever bears it may use (RFC 6750 §2.1).
 *
 * @param token a {@code b64token}, which is a {@code token68}
 */
public record Bearer(Secret token) implements Credentials {
  /** Signed tokens are a few kilobytes at most. */
  public static final int MOST = 16 * 1024;

  public Bearer {
    if (!Token68.matches(token.reveal())) throw new IllegalArgumentException("no bearer token");
  }

  static Bearer ofProof(String token) throws Malformed {
    if (token.length() > MOST) throw malformed("is longer than " + MOST + " characters");
    if (!Token68.matches(token)) throw malformed("is not a token as RFC 6750 has it");
    return new Bearer(Secret.of(token));
  }

  private static Malformed malformed(String problem) {
    return Credentials.malformed("Bearer", problem);
  }

  @Override
  public String fieldValue() {
    return "Bearer " + token.reveal();
  }

  @Override
  public String toString() {
    return "Bearer " + token;
  }
}
