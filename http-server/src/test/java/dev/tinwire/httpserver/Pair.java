package dev.tinwire.httpserver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tinwire.testkit.Loopback;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Both ends of a connection; ours does not block. */
final class Pair implements AutoCloseable {
  final SocketChannel here;
  final SocketChannel there;

  Pair() throws IOException {
    try (var listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(Loopback.V4, 0));
      there = SocketChannel.open(listener.getLocalAddress());
      here = listener.accept();
    }
    here.configureBlocking(false);
  }

  /** So many bytes as text, or less at the end. */
  String read(int bytes) throws IOException {
    ByteBuffer into = ByteBuffer.allocate(bytes);
    while (into.hasRemaining()) if (there.read(into) < 0) break;
    return new String(into.array(), 0, into.position(), US_ASCII);
  }

  @Override
  public void close() throws IOException {
    here.close();
    there.close();
  }
}
