package dev.tinwire.httpserver;

import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.tls.TlsServer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Who is let in, and how: plain HTTP as it is; where TLS is spoken, the first byte tells a
 * ClientHello from a request, which is answered with the way to https.
 *
 * <pre>
 * 0x16  a TLS record of type handshake (RFC 8446 §5.1); no method begins so
 * </pre>
 */
record Reception(
    Service service, Optional<TlsServer> tls, Handshakes handshakes, SharedRepertoire known) {
  private static final int HANDSHAKE = 0x16;

  /** Under TLS a record's header is read by itself: with this, both come by one system call. */
  private static final int RECORDS = 4 * 1024;

  /**
   * A connection that is ready for requests, and what serves it.
   *
   * @param desk answers what is known by heart, if the connection waits on its own thread
   */
  record Received(Link link, Service service, Optional<OwnDesk> desk) {}

  /**
   * Lets a connection in.
   *
   * @param seen what was read of it already; nothing where TLS may be spoken
   * @return empty if the client left before it said anything
   */
  Optional<Received> receive(
      Connection connection, byte[] seen, InetSocketAddress client, Patience patience)
      throws IOException {
    if (tls.isEmpty()) {
      var in = new Resumed(seen, connection.in());
      var link = new Link(connection, in, client, patience);
      return Optional.of(new Received(link, service, Optional.empty()));
    }
    var buffered = new BufferedInputStream(connection.in(), RECORDS);
    int first = buffered.read();
    if (first < 0) return Optional.empty();
    if (first != HANDSHAKE) {
      patience.working();
      var in = new Resumed(new byte[] {(byte) first}, buffered);
      return Optional.of(plain(connection, in, client, patience));
    }
    var in = Hello.whole(first, buffered);
    patience.working(); // The handshake has a deadline of its own.
    return Optional.of(secured(tls.get(), connection, in, client, patience));
  }

  private Received secured(
      TlsServer server,
      Connection connection,
      InputStream in,
      InetSocketAddress client,
      Patience patience)
      throws IOException {
    handshakes.run(
        in,
        yielding -> {
          Deadline deadline = Deadline.in(service.limits().head());
          connection.secured(raw -> server.serve(raw, yielding, deadline));
        });
    var link = new Link(connection, connection.in(), client, patience);
    return new Received(link, service, Optional.of(new OwnDesk(service, known)));
  }

  private Received plain(
      Connection connection, InputStream in, InetSocketAddress client, Patience patience) {
    var link = new Link(connection, in, client, patience);
    return new Received(link, service.with(new ToHttps()), Optional.empty());
  }
}
