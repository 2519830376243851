package dev.tinwire.smtpclient;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Tokens of a login that was kept: the last one while it is good, then a new one (RFC 6749 §6).
 *
 * @param patience for a new token to come
 */
record StoredTokens(
    TokenStore store,
    Path file,
    TokenEndpoint endpoint,
    InstantSource clock,
    Duration patience,
    OAuthProvider provider)
    implements AccessTokens {
  /** A token that ends within this is as good as ended: the server's clock may be ahead. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  @Override
  public Secret fresh() throws IOException, InterruptedException {
    return store.locked(this::current);
  }

  private Secret current() throws IOException, InterruptedException {
    StoredLogin login =
        store.read(file).orElseThrow(() -> new WireException("there is no login in " + file));
    Instant now = clock.instant();
    if (now.plus(MARGIN).isBefore(login.until())) return login.access();
    StoredLogin renewed = renewed(login, now);
    store.write(file, renewed);
    return renewed.access();
  }

  private StoredLogin renewed(StoredLogin login, Instant now)
      throws IOException, InterruptedException {
    var answer =
        endpoint.post(
            provider.token(),
            login
                .client()
                .form(
                    "grant_type", "refresh_token",
                    "refresh_token", login.refresh().reveal(),
                    "scope", provider.scope()),
            Deadline.in(patience));
    return switch (TokenReply.parse(answer)) {
      case TokenReply.Granted granted -> login.with(granted, now);
      case TokenReply.Failed failed -> throw refused(login, failed);
    };
  }

  private static WireException refused(StoredLogin login, TokenReply.Failed failed) {
    String words = "the login for " + login.provider() + " gives no token any more";
    String again = "tinwire mail login " + login.provider() + " --client-id …";
    return failed.error().equals("invalid_grant")
        ? new WireException(words + " (" + failed.words() + "); log in again: " + again)
        : new WireException(words + ": " + failed.words());
  }
}
