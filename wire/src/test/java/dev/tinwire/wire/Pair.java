package dev.tinwire.wire;

import dev.tinwire.testkit.TestIdentity;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Both ends of a real connection over the loopback, made as the dialler makes them. */
record Pair(Socket near, Socket far) implements Closeable {
  static Pair open() throws IOException {
    try (var listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      var near = SocketChannel.open(listener.getLocalAddress());
      return new Pair(near.socket(), listener.accept().socket());
    }
  }

  /** The far end says something. */
  void says(String bytes) throws IOException {
    far.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** What the far end has received when the near end is done. */
  String heard() throws IOException {
    return new String(far.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** TLS over one of the ends, the handshake done; the other end must do the same meanwhile. */
  static SSLSocket secured(Socket raw, boolean client) throws IOException {
    TestIdentity identity = TestIdentity.localhost();
    SSLContext context = client ? identity.trusting() : identity.server();
    var socket =
        (SSLSocket) context.getSocketFactory().createSocket(raw, "localhost", raw.getPort(), true);
    socket.setUseClientMode(client);
    socket.startHandshake();
    return socket;
  }

  @Override
  public void close() throws IOException {
    try (near;
        far) {
      // Both are closed, whatever the test left open.
    }
  }
}
