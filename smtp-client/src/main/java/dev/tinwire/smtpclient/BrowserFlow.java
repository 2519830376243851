package dev.tinwire.smtpclient;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The login in a browser (RFC 6749 §4.1 as RFC 8252 wants it of programs on a desk): the browser is
 * sent to the provider, comes back to a listener of ours with a code, and the code is redeemed.
 */
record BrowserFlow(
    OAuthProvider provider,
    OAuthClient client,
    TokenEndpoint endpoint,
    OAuthLimits limits,
    RandomGenerator random) {
  /**
   * Logs in.
   *
   * @param user whom the provider is to ask for, if that is known
   * @param open shows a page to the user
   */
  TokenReply.Granted run(Deadline deadline, Optional<String> user, Consumer<String> open)
      throws IOException, InterruptedException {
    Pkce pkce = Pkce.random(random);
    String state = Pkce.token(random);
    try (var listener = new RedirectListener(provider.redirectHost(), state, limits)) {
      String back = "http://" + provider.redirectHost() + ":" + listener.port() + "/";
      open.accept(question(back, state, pkce, user));
      return switch (listener.await(deadline)) {
        case Redirected.Code(var code) ->
            redeemed(
                endpoint.post(
                    provider.token(),
                    client.form(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code.reveal(),
                        "redirect_uri",
                        back,
                        "code_verifier",
                        pkce.verifier()),
                    deadline));
        case Redirected.Declined(var failed) ->
            throw new WireException("the login was declined: " + failed.words());
        case Redirected.Stranger _ ->
            throw new IllegalStateException("strangers are not handed on");
      };
    }
  }

  /** The address the browser begins at (RFC 6749 §4.1.1, RFC 7636 §4.3). */
  private String question(String back, String state, Pkce pkce, Optional<String> user) {
    var query = new LinkedHashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", client.id());
    query.put("redirect_uri", back);
    query.put("scope", provider.scope());
    query.put("state", state);
    query.put("code_challenge", pkce.challenge());
    query.put("code_challenge_method", "S256");
    query.putAll(provider.more());
    user.ifPresent(name -> query.put("login_hint", name));
    return provider.authorize() + "?" + Forms.print(query);
  }

  private static TokenReply.Granted redeemed(TokenEndpoint.Answer answer) throws WireException {
    return switch (TokenReply.parse(answer)) {
      case TokenReply.Granted granted -> granted;
      case TokenReply.Failed failed ->
          throw new WireException("the identity server refused: " + failed.words());
    };
  }
}
