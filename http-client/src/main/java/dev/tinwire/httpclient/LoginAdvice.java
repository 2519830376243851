package dev.tinwire.httpclient;

import dev.tinwire.http.Challenge;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import java.util.List;
import java.util.stream.Collectors;

/** What to do about a 401: log in, log in otherwise, or know that we cannot. Pure. */
final class LoginAdvice {
  private LoginAdvice() {}

  /** In brackets, behind the status; empty for any other. */
  static String of(Response response) {
    if (response.status().code() != 401) return "";
    boolean said = response.last().sent().fields().has("Authorization");
    return " (" + of(response.fields().all("WWW-Authenticate"), said) + ")";
  }

  /**
   * In words.
   *
   * @param lines of {@code WWW-Authenticate}
   * @param said whether the refused request had a login or a token
   */
  static String of(List<String> lines, boolean said) {
    List<Challenge> offered;
    try {
      offered = Challenge.parse(lines);
    } catch (Malformed _) {
      return "what it asks for by WWW-Authenticate cannot be read";
    }
    boolean spoken = offered.stream().anyMatch(c -> c.is("Basic") || DigestChallenge.isSpoken(c));
    if (said && (spoken || offered.isEmpty())) return "it refused the name or the password";
    if (spoken) return "log in with --user";
    if (offered.stream().anyMatch(challenge -> challenge.is("Bearer"))) {
      return said ? "it refused the token" : "say a token: -H 'Authorization: Bearer TOKEN'";
    }
    return offered.isEmpty()
        ? "log in with --user"
        : "it wants " + listed(offered) + "; what we speak is Basic, Digest and Bearer";
  }

  private static String listed(List<Challenge> offered) {
    String all =
        offered.stream().map(LoginAdvice::named).distinct().collect(Collectors.joining(", "));
    return Visible.cut(all, 80);
  }

  private static String named(Challenge challenge) {
    String algorithm = challenge.parameters().get("algorithm").map(a -> " with " + a).orElse("");
    return challenge.scheme() + (challenge.is("Digest") ? algorithm : "");
  }
}
