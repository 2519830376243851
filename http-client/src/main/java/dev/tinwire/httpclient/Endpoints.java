package dev.tinwire.httpclient;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Malformed;

/** Where to go for a URL. */
final class Endpoints {
  private Endpoints() {}

  static Endpoint of(Url url) throws Malformed {
    int port = url.dialledPort().orElseThrow();
    return Endpoint.parse(url.hostText() + ":" + port, port);
  }
}
