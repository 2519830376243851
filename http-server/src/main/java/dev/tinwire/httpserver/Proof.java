package dev.tinwire.httpserver;

import dev.tinwire.wire.secret.Secret;

/** What tells the right password of somebody from a wrong one, without being the password. */
sealed interface Proof permits PasswordHash, QuickProof {
  /** Whether this is the password. May take a while, so that guessing takes longer still. */
  boolean matches(Secret password);

  /** Changes whenever the password does; no secret. */
  String version();
}
