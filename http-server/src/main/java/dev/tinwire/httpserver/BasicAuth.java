package dev.tinwire.httpserver;

import dev.tinwire.http.Basic;
import dev.tinwire.http.Challenge;
import dev.tinwire.http.Credentials;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Malformed;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks for a name and a password before anything is answered (RFC 7617), of every path: what is
 * well known is known to those who may ask.
 */
final class BasicAuth implements Handler {
  private static final Status UNAUTHORIZED = new Status(401);
  private static final Status TOO_MANY_REQUESTS = new Status(429);

  /** UTF-8, and said so (RFC 7617 §2.1). */
  private static final String CHALLENGE =
      Challenge.withRealm("Basic", "tinwire") + ", charset=\"UTF-8\"";

  private final Handler inner;
  private final byte[] expected;
  private final Tries tries;
  private final RefusalPage refusal;

  /**
   * Lets through whoever knows these.
   *
   * @param expected not kept; its digest is
   */
  BasicAuth(Handler inner, Basic expected, Tries tries, RefusalPage refusal) {
    this.inner = inner;
    this.expected = digest(expected);
    this.tries = tries;
    this.refusal = refusal;
  }

  @Override
  public Answer answer(Request request) throws IOException {
    Optional<Basic> given = given(request.fields().all("Authorization"));
    if (given.isEmpty()) return challenge(request);
    InetAddress client = request.client().getAddress();
    Optional<Duration> wait = tries.wait(client);
    if (wait.isPresent()) return wait(request, wait.get());
    // Digests of one length, compared to their end, tell nothing by how long it takes.
    if (!MessageDigest.isEqual(expected, digest(given.get()))) {
      tries.failed(client);
      return challenge(request);
    }
    tries.succeeded(client);
    return inner.answer(request);
  }

  /** What cannot be read proves nothing, and is no try either. */
  private static Optional<Basic> given(List<String> lines) {
    if (lines.size() != 1) return Optional.empty();
    try {
      return Credentials.parse(lines.getFirst()) instanceof Basic basic
          ? Optional.of(basic)
          : Optional.empty();
    } catch (Malformed _) {
      return Optional.empty();
    }
  }

  private Answer challenge(Request request) {
    return refusal.of(UNAUTHORIZED, request.fields()).with("WWW-Authenticate", CHALLENGE);
  }

  private Answer wait(Request request, Duration left) {
    return refusal
        .of(TOO_MANY_REQUESTS, request.fields())
        .with("Retry-After", Long.toString(left.plusMillis(999).toSeconds()));
  }

  private static byte[] digest(Basic credentials) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(credentials.user().getBytes(StandardCharsets.UTF_8));
      sha.update((byte) ':'); // which no user name has
      return credentials.password().use(sha::digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
