package dev.tinwire.smtpclient;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Malformed;

/**
 * Where an identity server takes requests: {@code https://login.example/oauth2/token}. Without TLS
 * only on this computer, for tests.
 *
 * @param path begins with a slash; no query
 */
record OAuthAddress(boolean tls, Endpoint server, String path) {
  private static final String TLS = "https://";
  private static final String PLAIN = "http://";

  static OAuthAddress parse(String url) throws Malformed {
    boolean tls = url.startsWith(TLS);
    if (!tls && !url.startsWith(PLAIN)) throw bad(url, 0, "expected https://");
    int from = (tls ? TLS : PLAIN).length();
    int slash = url.indexOf('/', from);
    int end = slash < 0 ? url.length() : slash;
    Endpoint server = Endpoint.parse(url.substring(from, end), tls ? 443 : 80);
    if (!tls && !onThisComputer(server)) {
      throw bad(url, 0, "tokens go over TLS only: expected https://");
    }
    String path = slash < 0 ? "/" : url.substring(slash);
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c <= ' ' || c >= 0x7f || "?#\\\"<>".indexOf(c) >= 0) {
        throw bad(url, end + i, "this character has no place in the path");
      }
    }
    return new OAuthAddress(tls, server, path);
  }

  /** An address of the loopback, not a name that could lead elsewhere. */
  private static boolean onThisComputer(Endpoint server) {
    return server.host().startsWith("127.") || server.host().equals("::1");
  }

  private static Malformed bad(String url, int at, String problem) {
    return new Malformed("address", url, at, problem);
  }

  /** For the Host field. */
  String authority() {
    boolean usual = server.port() == (tls ? 443 : 80);
    String all = server.toString();
    return usual ? all.substring(0, all.lastIndexOf(':')) : all;
  }
}
