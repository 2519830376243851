package dev.tinwire.httpclient;

import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.DialOptions;
import dev.tinwire.wire.tls.TlsOptions;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a client goes about its work. Public because callers of the library choose.
 *
 * @param dial addresses: family, where from, {@code --resolve}; its proxy is not used
 * @param proxies who connects on our behalf
 * @param unixSocket where every request goes, whatever its URL says
 * @param jar the cookies that are there; without one they last as long as the client
 * @param cache the folder in which answers are kept (RFC 9111), made if it is not there
 * @param logins who we are where
 * @param conversation who watches
 */
public record ClientOptions(
    DialOptions dial,
    Proxies proxies,
    TlsOptions tls,
    Optional<Path> unixSocket,
    ClientLimits limits,
    Optional<CookieJar> jar,
    Optional<Path> cache,
    Logins logins,
    Conversation conversation) {
  public static final ClientOptions DEFAULT =
      new ClientOptions(
          DialOptions.defaults(),
          Proxies.NONE,
          TlsOptions.DEFAULT,
          Optional.empty(),
          ClientLimits.DEFAULT,
          Optional.empty(),
          Optional.empty(),
          Logins.NONE,
          Conversation.SILENT);

  public ClientOptions withDial(DialOptions other) {
    return new ClientOptions(
        other, proxies, tls, unixSocket, limits, jar, cache, logins, conversation);
  }

  public ClientOptions withProxies(Proxies other) {
    return new ClientOptions(
        dial, other, tls, unixSocket, limits, jar, cache, logins, conversation);
  }

  public ClientOptions withTls(TlsOptions other) {
    return new ClientOptions(
        dial, proxies, other, unixSocket, limits, jar, cache, logins, conversation);
  }

  public ClientOptions withUnixSocket(Path path) {
    return new ClientOptions(
        dial, proxies, tls, Optional.of(path), limits, jar, cache, logins, conversation);
  }

  public ClientOptions withLimits(ClientLimits other) {
    return new ClientOptions(
        dial, proxies, tls, unixSocket, other, jar, cache, logins, conversation);
  }

  public ClientOptions withJar(CookieJar other) {
    return new ClientOptions(
        dial, proxies, tls, unixSocket, limits, Optional.of(other), cache, logins, conversation);
  }

  public ClientOptions withCache(Path folder) {
    return new ClientOptions(
        dial, proxies, tls, unixSocket, limits, jar, Optional.of(folder), logins, conversation);
  }

  public ClientOptions withLogins(Logins other) {
    return new ClientOptions(
        dial, proxies, tls, unixSocket, limits, jar, cache, other, conversation);
  }

  public ClientOptions watchedBy(Conversation other) {
    return new ClientOptions(dial, proxies, tls, unixSocket, limits, jar, cache, logins, other);
  }
}
