package dev.tinwire.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A black hole on the loopback: a listener whose queue is full drops what knocks. */
record Backlog(ServerSocketChannel listener, List<SocketChannel> queue) implements Closeable {
  static Backlog full() throws IOException {
    var listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    var queue = new ArrayList<SocketChannel>();
    for (int i = 0; i < 8; i++) {
      var channel = SocketChannel.open();
      channel.configureBlocking(false);
      boolean _ = channel.connect(listener.getLocalAddress());
      queue.add(channel);
    }
    return new Backlog(listener, queue);
  }

  int port() throws IOException {
    return ((InetSocketAddress) listener.getLocalAddress()).getPort();
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel channel : queue) channel.close();
    listener.close();
  }
}
