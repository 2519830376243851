package dev.tinwire.smtpclient;

import dev.tinwire.wire.DialOptions;
import dev.tinwire.wire.Dialler;
import dev.tinwire.wire.TooLong;
import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.NetworkOptions;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.tls.TlsClient;
import dev.tinwire.wire.tls.TlsOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The commands for OAuth as they run for a user.
 *
 * @param endpoints who asks identity servers
 */
record OAuthCommands(TokenEndpoint.Maker endpoints) {
  /** Asks over a connection of our own, where nobody brings an HTTP client. */
  static final OAuthCommands DIRECT = new OAuthCommands(OAuthCommands::direct);

  Command login() {
    return new LoginCommand(home(), this::asking, Pace.real(), new SecureRandom(), Browser::of)
        .command();
  }

  Command logout() {
    return new LogoutCommand(home(), this::asking).command();
  }

  /**
   * The tokens of a login that was kept, if there is one for this provider and user.
   *
   * @param provider a name of {@link OAuthProvider#NAMES}, or another, which has none
   */
  Optional<AccessTokens> kept(Parsed parsed, Standard standard, String provider, String user)
      throws IOException, UsageError {
    if (!OAuthProvider.isName(provider)) return Optional.empty();
    return new OAuthHome(standard.environment(), home())
        .kept(
            provider,
            user,
            asked -> asking(parsed, standard, asked),
            InstantSource.system(),
            OAuthLimits.DEFAULT.exchange());
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home", "/"));
  }

  /** Who asks the provider's server, the way the network options say. */
  TokenEndpoint asking(Parsed parsed, Standard standard, OAuthProvider provider)
      throws UsageError, IOException {
    OAuthAddress at = OAuthAddress.parse(provider.token());
    String scheme = at.tls() ? "https" : "http";
    return within(
        OAuthLimits.DEFAULT,
        endpoints.over(NetworkOptions.dialOptions(parsed, standard, scheme, at.server())));
  }

  /** Whoever asks: no secret in the clear, not for ever, and not without end. */
  static TokenEndpoint within(OAuthLimits limits, TokenEndpoint endpoint) {
    return (url, form, deadline) -> {
      OAuthAddress.parse(url);
      var answer = endpoint.post(url, form, deadline.orSooner(limits.exchange()));
      if (answer.body().length() > limits.answer()) throw new TooLong("answer", limits.answer());
      return answer;
    };
  }

  /**
   * Identity servers are public ones: their certificates are verified, whatever is sent to whom.
   */
  static TokenEndpoint direct(DialOptions options) {
    return new DirectTokenEndpoint(
        new Dialler(options), new TlsClient(TlsOptions.DEFAULT), OAuthLimits.DEFAULT);
  }
}
