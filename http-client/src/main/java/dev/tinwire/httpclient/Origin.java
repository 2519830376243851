package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;

/**
 * Who is responsible for what a URL leads to (RFC 6454, the HTML Standard): scheme, host and port.
 * Credentials that were given for one origin are never sent to another.
 */
public sealed interface Origin {
  /** Of a URL with a host: same origin as another if all three are equal. */
  record Tuple(String scheme, UrlHost host, int port) implements Origin {
    /** As {@code Origin} fields have it; the default port is left out. */
    @Override
    public String toString() {
      var usual = Schemes.defaultPort(scheme);
      boolean plain = usual.isPresent() && usual.getAsInt() == port;
      return scheme + "://" + host + (plain ? "" : ":" + port);
    }
  }

  /** Of all else: the same as no other, not even as itself. */
  record Opaque() implements Origin {
    @Override
    public String toString() {
      return "null";
    }
  }

  static Origin of(Url url) {
    return switch (url.scheme()) {
      case "http", "https", "ws", "wss", "ftp" ->
          new Tuple(url.scheme(), url.host().orElseThrow(), url.dialledPort().orElseThrow());
      case "blob" -> ofBlob(url.path());
      default -> new Opaque();
    };
  }

  /** A blob belongs to whoever made it, whose URL is its path. */
  private static Origin ofBlob(String path) {
    try {
      Url inner = Url.parse(path);
      return inner.isHttp() ? of(inner) : new Opaque();
    } catch (Malformed _) {
      return new Opaque();
    }
  }

  /** Whether both are one party; an opaque one never is. */
  default boolean isSameAs(Origin other) {
    return this instanceof Tuple && equals(other);
  }
}
