package dev.tinwire.httpclient;

import dev.tinwire.http.Challenge;
import java.util.Optional;

/**
 * What a server asks for by Digest (RFC 7616 §3.3), as far as it is an offer we can take.
 *
 * @param algorithm as the server wrote it, for it is sent back so
 * @param qop what it is to protect
 * @param stale whether only the nonce was too old, and the password may be right
 * @param userhash whether the user's name is to be sent hashed
 */
record DigestChallenge(
    String realm,
    String nonce,
    Optional<String> opaque,
    Optional<String> algorithm,
    DigestQop qop,
    boolean stale,
    boolean userhash) {

  /** Empty if it is no Digest, or one of an algorithm or a protection that we do not speak. */
  static Optional<DigestChallenge> of(Challenge challenge) {
    if (!challenge.is("Digest")) return Optional.empty();
    var parameters = challenge.parameters();
    Optional<String> nonce = parameters.get("nonce");
    Optional<String> realm = parameters.get("realm");
    Optional<DigestQop> qop = DigestQop.of(parameters.get("qop"));
    Optional<String> algorithm = parameters.get("algorithm");
    boolean known = DigestAlgorithm.of(algorithm.orElse("MD5")).isPresent();
    if (nonce.isEmpty() || realm.isEmpty() || !known || qop.isEmpty()) return Optional.empty();
    return Optional.of(
        new DigestChallenge(
            realm.get(),
            nonce.get(),
            parameters.get("opaque"),
            algorithm,
            qop.get(),
            isTrue(parameters.get("stale")),
            isTrue(parameters.get("userhash"))));
  }

  static boolean isSpoken(Challenge challenge) {
    return of(challenge).isPresent();
  }

  private static boolean isTrue(Optional<String> value) {
    return value.map(v -> v.equalsIgnoreCase("true")).orElse(false);
  }

  DigestAlgorithm hash() {
    return DigestAlgorithm.of(algorithm.orElse("MD5")).orElseThrow();
  }

  DigestChallenge withNonce(String next) {
    return new DigestChallenge(realm, next, opaque, algorithm, qop, false, userhash);
  }
}
