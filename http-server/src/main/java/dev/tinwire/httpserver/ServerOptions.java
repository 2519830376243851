package dev.tinwire.httpserver;

import dev.tinwire.wire.tls.TlsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * How a server is to run.
 *
 * @param addresses where to listen; several with port 0 get the same free port
 * @param tls speaks TLS; who comes without it is then redirected to https
 * @param observer is told of every answer and every failure
 */
public record ServerOptions(
    List<InetSocketAddress> addresses,
    Optional<TlsServer> tls,
    ServerLimits limits,
    ServerObserver observer) {
  public ServerOptions {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty()) throw new IllegalArgumentException("nowhere to listen");
  }

  /** This computer only, over IPv4 and IPv6; port 0 takes any that is free on both. */
  public static ServerOptions loopback(int port) {
    return at(
        List.of(
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port),
            new InetSocketAddress(InetAddress.ofLiteral("::1"), port)));
  }

  public static ServerOptions at(List<InetSocketAddress> addresses) {
    return new ServerOptions(
        addresses, Optional.empty(), ServerLimits.DEFAULT, ServerObserver.SILENT);
  }

  public ServerOptions withTls(TlsServer server) {
    return new ServerOptions(addresses, Optional.of(server), limits, observer);
  }

  public ServerOptions withLimits(ServerLimits other) {
    return new ServerOptions(addresses, tls, other, observer);
  }

  public ServerOptions withObserver(ServerObserver other) {
    return new ServerOptions(addresses, tls, limits, other);
  }
}
