package dev.tinwire.httpserver;

import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.tls.TlsServer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Who is let in, and how: plain HTTP as it is; where TLS is spoken, the first byte tells a
 * ClientHello from a request, which is answered with the way to https.
 *
 * <pre>
 * 0x16  a TLS record of type handshake (RFC 8446 §5.1); no method begins so
 * </pre>
 */
record Reception(Service service, Optional<TlsServer> tls, Handshakes handshakes, Freight freight) {
  private static final int HANDSHAKE = 0x16;

  /**
   * A connection that is ready for requests, and what serves it.
   *
   * @param waitsElsewhere whether it has another place to wait for its next request
   */
  record Received(Link link, Service service, boolean waitsElsewhere) {}

  /**
   * Lets a connection in.
   *
   * @return empty if the client left before it said anything
   */
  Optional<Received> receive(Connection connection, Guest guest, Patience patience)
      throws IOException {
    Secured secured = guest.secured();
    if (secured != null) secured.records().direct();
    if (secured != null || tls.isEmpty()) {
      var in = new Resumed(guest.unread(), connection.in());
      return Optional.of(new Received(link(connection, in, guest, patience), service, true));
    }
    var records = new Records(connection.in(), connection.out());
    int first = records.in().read();
    if (first < 0) return Optional.empty();
    if (first != HANDSHAKE) {
      patience.working();
      var in = new Resumed(new byte[] {(byte) first}, records.in());
      Link plain = link(connection, in, guest, patience);
      return Optional.of(new Received(plain, service.with(new ToHttps()), false));
    }
    var in = Hello.whole(first, records.in());
    patience.working(); // Whoever waits for a place does not keep us waiting.
    secure(tls.get(), connection, records, in, patience);
    guest.secured(new Secured(connection, connection.tls().orElseThrow(), records));
    return Optional.of(
        new Received(link(connection, connection.in(), guest, patience), service, true));
  }

  /** Its deadline is kept by who keeps all of a session's, and tells whose doing it is. */
  private void secure(
      TlsServer server, Connection connection, Records records, InputStream in, Patience patience)
      throws IOException {
    handshakes.run(
        in,
        yielding -> {
          patience.handshake(service.limits().head());
          connection.secured(
              raw -> server.serve(new Underlay(raw, records), yielding, Deadline.never()));
        });
    patience.working();
  }

  private Link link(Connection connection, InputStream in, Guest guest, Patience patience) {
    var secured = Optional.ofNullable(guest.secured());
    return new Link(connection, in, guest.client(), patience, secured, freight);
  }
}
