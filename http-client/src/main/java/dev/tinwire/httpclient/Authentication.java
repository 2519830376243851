package dev.tinwire.httpclient;

import dev.tinwire.http.Basic;
import dev.tinwire.http.Bearer;
import dev.tinwire.http.Challenge;
import dev.tinwire.http.Credentials;
import dev.tinwire.http.Method;
import dev.tinwire.http.Parameters;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How one proves to one origin, or to one proxy, who one is (RFC 9110 §11): nothing is said until
 * the server asks, then the strongest it offers; from then on without being asked. One for each
 * origin: what it says is never for another. Several threads may use it.
 */
public final class Authentication {
  private static final Comparator<DigestChallenge> WEAKEST_FIRST =
      Comparator.comparing(DigestChallenge::hash);

  private final Credentials given;
  private final RandomGenerator random;
  private State state;

  /** What was agreed on so far. */
  private sealed interface State {
    record Silent() implements State {}

    record Plain() implements State {}

    record Digested(DigestChallenge challenge, int used) implements State {}
  }

  /**
   * Begins.
   *
   * @param given a name with its password, or a bearer token
   * @param unasked whether a plain form goes out at once, as curl sends it, and not only when the
   *     server asks; a token always does, for most servers only say no
   * @param random for the client's nonces: a secure one
   */
  public Authentication(Credentials given, boolean unasked, RandomGenerator random) {
    this.given = given;
    this.random = random;
    this.state = unasked || given instanceof Bearer ? new State.Plain() : new State.Silent();
  }

  /** What the next request says, if anything: the value of its (Proxy-)Authorization field. */
  public synchronized Optional<String> fieldValue(Method method, String target, Payload payload)
      throws IOException {
    return switch (state) {
      case State.Silent _ -> Optional.empty();
      case State.Plain _ -> Optional.of(given.fieldValue());
      case State.Digested(DigestChallenge challenge, int used) -> {
        if (!(given instanceof Basic login)) yield Optional.empty();
        if (challenge.qop() == DigestQop.AUTH_INT && !payload.repeatable()) throw readTwice();
        state = new State.Digested(challenge, used + 1);
        var digest = new Digest(challenge, used + 1, cnonce());
        yield Optional.of(digest.fieldValue(login, method, target, payload));
      }
    };
  }

  private static WireException readTwice() {
    return new WireException(
        "the server wants a digest of the body before the body (Digest, qop=auth-int), and a stream"
            + " can be read only once: put it into a file first");
  }

  private String cnonce() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * Hears a 401 or 407.
   *
   * @param challenges the lines of (WWW|Proxy)-Authenticate
   * @param sent whether the refused request said something; then only a stale nonce is worth
   *     another try
   * @return whether to ask again
   */
  public synchronized boolean refused(List<String> challenges, boolean sent) throws Malformed {
    List<Challenge> offered = Challenge.parse(challenges);
    if (given instanceof Basic) {
      Optional<DigestChallenge> digest =
          offered.stream().flatMap(c -> DigestChallenge.of(c).stream()).max(WEAKEST_FIRST);
      boolean tried = sent && state instanceof State.Digested;
      if (digest.isPresent() && (!tried || digest.get().stale())) {
        state = new State.Digested(digest.get(), 0);
        return true;
      }
      if (digest.isPresent() || sent) return false;
    }
    boolean plain = !sent && offered.stream().anyMatch(this::isPlain);
    if (plain) state = new State.Plain();
    return plain;
  }

  private boolean isPlain(Challenge challenge) {
    return switch (given) {
      case Basic _ -> challenge.is("Basic");
      case Bearer _ -> challenge.is("Bearer");
      case Credentials.Unknown _ -> false;
    };
  }

  /** Takes the nonce for the next request from an (Proxy-)Authentication-Info (RFC 7616 §3.5). */
  public synchronized void informed(String info) {
    if (!(state instanceof State.Digested(DigestChallenge challenge, _))) return;
    parameter(info, "nextnonce")
        .filter(nonce -> !nonce.isEmpty())
        .ifPresent(nonce -> state = new State.Digested(challenge.withNonce(nonce), 0));
  }

  /** The field is a list of parameters with commas; a challenge is one with a scheme in front. */
  private static Optional<String> parameter(String info, String name) {
    try {
      Parameters all = Challenge.parse(List.of("Info " + info)).getFirst().parameters();
      return all.get(name);
    } catch (Malformed _) {
      return Optional.empty();
    }
  }
}
