package dev.tinwire.smtpclient;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;

/**
 * Where a browser comes back to. Told {@code localhost} it may try {@code [::1]} or {@code
 * 127.0.0.1} first (RFC 8252 §7.3), so both are taken, at one port: at the one that is left free
 * somebody else could wait for it.
 */
final class LoopbackPorts {
  private static final int TRIES = 10;

  private LoopbackPorts() {}

  /**
   * Listens.
   *
   * @param host as the browser is told
   */
  static List<ServerSocket> open(String host, int backlog) throws IOException {
    if (!host.equals("localhost")) return List.of(at("127.0.0.1", 0, backlog));
    for (int i = 0; i < TRIES; i++) {
      Optional<ServerSocket> six = ofIpv6(backlog);
      if (six.isEmpty()) return List.of(at("127.0.0.1", 0, backlog));
      try {
        return List.of(at("127.0.0.1", six.get().getLocalPort(), backlog), six.get());
      } catch (BindException _) {
        six.get().close(); // somebody else's; the next may be free
      }
    }
    throw new BindException("no port is free on both 127.0.0.1 and [::1]");
  }

  /** Not every computer has it. */
  private static Optional<ServerSocket> ofIpv6(int backlog) throws IOException {
    try {
      return Optional.of(at("::1", 0, backlog));
    } catch (SocketException _) {
      return Optional.empty();
    }
  }

  private static ServerSocket at(String address, int port, int backlog) throws IOException {
    return new ServerSocket(port, backlog, InetAddress.ofLiteral(address));
  }
}
