package dev.tinwire.smtpclient;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.DialOptions;
import dev.tinwire.wire.Dialled;
import dev.tinwire.wire.Dialler;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Resolver;
import dev.tinwire.wire.tls.TlsClient;
import java.io.IOException;

/**
 * Which server, and how it is reached.
 *
 * @param dial the proxy among it
 * @param tls one for all connections, so that sessions are resumed
 */
record Route(
    Endpoint server, Security security, DialOptions dial, Resolver resolver, TlsClient tls) {

  Dialled dial(Deadline deadline) throws IOException, InterruptedException {
    return new Dialler(dial, resolver).dial(server, deadline);
  }
}
