package dev.tinwire.httpclient;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Proxy;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The way to an origin: requests that go the same way can share a connection.
 *
 * @param target whom the bytes are for in the end
 * @param key the same for routes that are the same; the hash of a record is dear to link at a start
 */
record Route(
    boolean tls, Endpoint target, Optional<Proxy> proxy, Optional<Path> unixSocket, String key) {
  Route(boolean tls, Endpoint target, Optional<Proxy> proxy, Optional<Path> unixSocket) {
    this(tls, target, proxy, unixSocket, key(tls, target, proxy, unixSocket));
  }

  /**
   * Whether the request itself goes to the proxy, in absolute-form (RFC 9112 §3.2.2): what is not
   * encrypted needs no tunnel, and proxies refuse one to port 80.
   */
  boolean forward() {
    return !tls && proxy.isPresent() && proxy.get().kind() == Proxy.Kind.HTTP;
  }

  private static String key(
      boolean tls, Endpoint target, Optional<Proxy> proxy, Optional<Path> unixSocket) {
    return (tls ? "tls " : "") + target + " " + proxy.map(System::identityHashCode) + unixSocket;
  }

  /** Whom a message names. */
  @Override
  public String toString() {
    return unixSocket
        .map(path -> "socket " + path)
        .orElseGet(() -> proxy.map(p -> target + " by proxy " + p).orElse(target.toString()));
  }
}
