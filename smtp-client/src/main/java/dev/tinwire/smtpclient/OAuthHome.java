package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.tls.IdentityStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where this user's logins are, and whom they are from.
 *
 * @param home the user's
 */
record OAuthHome(Map<String, String> environment, Path home) {
  /** Names a server that stands for all identity servers; for tests. Without TLS only loopback. */
  static final String SERVER = "TINWIRE_OAUTH_SERVER";

  /** Makes who asks the identity server. */
  @FunctionalInterface
  interface Endpoints {
    TokenEndpoint of(OAuthProvider provider) throws UsageError, IOException;
  }

  TokenStore store() {
    return new TokenStore(IdentityStore.folder(environment::get, home).resolve("mail"));
  }

  /** The provider, at its own place or where the environment says. */
  OAuthProvider provider(String name, Optional<String> tenant) throws UsageError {
    OAuthProvider usual = OAuthProvider.of(name, tenant);
    String server = environment.get(SERVER);
    if (server == null) return usual;
    try {
      if (OAuthAddress.parse(server).path().equals("/") && !server.endsWith("/")) {
        return usual.at(server);
      }
    } catch (Malformed e) {
      throw new UsageError(SERVER + ": " + e.getMessage());
    }
    throw new UsageError(SERVER + " is an address without a path, such as https://127.0.0.1:8443");
  }

  /**
   * The tokens of a login that was kept, if there is one.
   *
   * @param user looked for first; the login that has no user named serves everybody
   * @param patience for a new token to come
   */
  Optional<AccessTokens> kept(
      String provider, String user, Endpoints endpoints, InstantSource clock, Duration patience)
      throws IOException, UsageError {
    TokenStore store = store();
    for (Optional<String> whose : List.of(Optional.of(user), Optional.<String>empty())) {
      Path file = store.file(provider, whose);
      Optional<StoredLogin> login = store.read(file);
      if (login.isEmpty()) continue;
      OAuthProvider asked = provider(login.get().provider(), login.get().tenant());
      return Optional.of(
          new StoredTokens(store, file, endpoints.of(asked), clock, patience, asked));
    }
    return Optional.empty();
  }
}
