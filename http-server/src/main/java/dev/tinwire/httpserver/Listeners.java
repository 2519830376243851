package dev.tinwire.httpserver;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The sockets a server listens on: all of them, or none.
 *
 * @param afterwards is closed when they are
 */
record Listeners(List<ServerSocketChannel> channels, Closeable afterwards) implements Closeable {
  /** Connections the system holds while we accept others; it may allow fewer. */
  private static final int BACKLOG = 4096;

  /** How often another free port is looked for when one is free on one address only. */
  private static final int TRIES = 20;

  static Listeners at(List<InetSocketAddress> addresses) throws IOException {
    boolean anyPort = addresses.getFirst().getPort() == 0;
    for (int tries = 1; ; tries++) {
      try {
        return once(addresses);
      } catch (BindException e) {
        if (!anyPort || addresses.size() == 1 || tries == TRIES) throw e;
      }
    }
  }

  private static Listeners once(List<InetSocketAddress> addresses) throws IOException {
    var listeners = new Listeners(new ArrayList<>(), () -> {});
    try {
      int port = 0;
      for (InetSocketAddress address : addresses) {
        port = listeners.bind(address, address.getPort() == 0 ? port : address.getPort());
      }
      return listeners;
    } catch (IOException e) {
      listeners.close();
      throw e;
    }
  }

  private int bind(InetSocketAddress address, int port) throws IOException {
    var channel = ServerSocketChannel.open();
    channels.add(channel);
    try {
      channel.bind(new InetSocketAddress(address.getAddress(), port), BACKLOG);
    } catch (BindException e) {
      var told =
          new BindException(
              address.getAddress().getHostAddress() + " port " + port + ": " + e.getMessage());
      told.initCause(e);
      throw told;
    }
    return local(channel).getPort();
  }

  List<InetSocketAddress> addresses() throws IOException {
    var addresses = new ArrayList<InetSocketAddress>();
    for (ServerSocketChannel channel : channels) addresses.add(local(channel));
    return List.copyOf(addresses);
  }

  private static InetSocketAddress local(ServerSocketChannel channel) throws IOException {
    return (InetSocketAddress) channel.getLocalAddress();
  }

  @Override
  public void close() throws IOException {
    try {
      for (ServerSocketChannel channel : channels) channel.close();
    } finally {
      afterwards.close();
    }
  }
}
