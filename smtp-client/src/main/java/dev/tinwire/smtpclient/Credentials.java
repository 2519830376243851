package dev.tinwire.smtpclient;

import dev.tinwire.wire.secret.Secret;

/** What we sign in with. */
sealed interface Credentials {
  /** Nothing: the server takes mail from anybody, or from our address. */
  record None() implements Credentials {}

  record Password(String user, Secret secret) implements Credentials {}

  record Token(String user, AccessTokens tokens) implements Credentials {}
}
