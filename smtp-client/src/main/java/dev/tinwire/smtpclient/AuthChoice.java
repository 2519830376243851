package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import java.util.Optional;

/** How the user wants to sign in: {@code --auth}. */
enum AuthChoice {
  AUTO("auto", Optional.empty()),
  LOGIN("login", Optional.of(Mechanism.LOGIN)),
  PLAIN("plain", Optional.of(Mechanism.PLAIN)),
  CRAM_MD5("cram-md5", Optional.of(Mechanism.CRAM_MD5)),
  XOAUTH2("xoauth2", Optional.of(Mechanism.XOAUTH2)),
  OAUTHBEARER("oauthbearer", Optional.of(Mechanism.OAUTHBEARER)),
  NONE("none", Optional.empty());

  private final String word;
  private final Optional<Mechanism> mechanism;

  AuthChoice(String word, Optional<Mechanism> mechanism) {
    this.word = word;
    this.mechanism = mechanism;
  }

  static AuthChoice parse(String text) throws Malformed {
    for (AuthChoice choice : values()) if (choice.word.equals(text)) return choice;
    throw new Malformed(
        "way to sign in",
        text,
        0,
        "write auto, login, plain, cram-md5, xoauth2, oauthbearer or none");
  }

  /** The one mechanism that was named. */
  Optional<Mechanism> mechanism() {
    return mechanism;
  }
}
