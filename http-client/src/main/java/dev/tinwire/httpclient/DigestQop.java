package dev.tinwire.httpclient;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much of a request a Digest protects (RFC 7616 §3.4). */
enum DigestQop {
  /** Nothing was offered: the old form of RFC 2069. */
  NONE(""),
  /** Method and target. */
  AUTH("auth"),
  /** These and the body, which is read once more for it, before it is sent. */
  AUTH_INT("auth-int");

  private final String word;

  DigestQop(String word) {
    this.word = word;
  }

  /** As it is written on the wire. */
  String word() {
    return word;
  }

  /** The one to take; empty if we know none of those offered. */
  static Optional<DigestQop> of(Optional<String> offered) {
    if (offered.isEmpty()) return Optional.of(NONE);
    List<String> words =
        Arrays.stream(offered.get().toLowerCase(Locale.ROOT).split(",", -1))
            .map(String::strip)
            .toList();
    // Without the body if one may choose: a stream could not be sent at all.
    if (words.contains(AUTH.word)) return Optional.of(AUTH);
    return words.contains(AUTH_INT.word) ? Optional.of(AUTH_INT) : Optional.empty();
  }
}
