package dev.tinwire.httpserver;

import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * A connection as requests and answers see it, plain or under TLS. The connection stays with whom
 * it belongs to.
 */
final class Link {
  /** Small at first: ten thousand connections may be idle, and long heads make it grow. */
  private static final int FIRST_BUFFER = 1024;

  private final OutputStream out;
  private final Optional<SocketChannel> direct;
  private final Optional<Secured> secured;
  private final Freight freight;
  private final SessionInput input;
  private final ByteReader reader;
  private final InetSocketAddress client;
  private final boolean secure;
  private final Patience patience;

  /**
   * The connection as it is now.
   *
   * @param in what the client sends, with what was looked at already
   * @param secured what TLS is laid over it
   */
  Link(
      Connection connection,
      InputStream in,
      InetSocketAddress client,
      Patience patience,
      Optional<Secured> secured,
      Freight freight) {
    this.out = connection.out();
    this.secure = connection.tls().isPresent();
    this.direct = secure ? Optional.empty() : Optional.ofNullable(connection.raw().getChannel());
    this.secured = secured;
    this.freight = freight;
    this.input = new SessionInput(in, out);
    this.reader = new ByteReader(input, FIRST_BUFFER);
    this.client = client;
    this.patience = patience;
  }

  SessionInput input() {
    return input;
  }

  ByteReader reader() {
    return reader;
  }

  InetSocketAddress client() {
    return client;
  }

  boolean secure() {
    return secure;
  }

  Patience patience() {
    return patience;
  }

  /** The way out of the next answer. */
  Outlet outlet(Pace pace) {
    return new Outlet(out, direct, secured, freight, patience.progress(pace));
  }

  /** Whether something came that nobody has read: who sends so does not wait to be invited. */
  boolean anythingUnread() throws IOException {
    return reader.anythingUnread();
  }
}
