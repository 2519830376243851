package dev.tinwire.smtpclient;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which mechanisms are tried, in which order. Pure. */
final class AuthPlan {
  private AuthPlan() {}

  /**
   * Only what is offered is tried, and a token is never shown as if it were a password.
   *
   * @param token whether we have a token rather than a password
   * @param offered names of mechanisms, in upper case
   */
  static List<Mechanism> of(AuthChoice choice, boolean token, Set<String> offered) {
    return Stream.of(Mechanism.values())
        .filter(mechanism -> mechanism.bearsToken() == token)
        .filter(mechanism -> choice.mechanism().map(named -> named == mechanism).orElse(true))
        .filter(mechanism -> offered.contains(mechanism.saslName()))
        .toList();
  }
}
