package dev.tinwire.udppinger;

import dev.tinwire.wire.Connection;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The textbook's server for many clients: each has a thread, sends lines and gets them back in
 * upper case.
 */
final class TcpEcho implements Closeable {
  private static final int BACKLOG = 256;

  private final ServerSocketChannel listener;
  private final EchoService service;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

  private TcpEcho(ServerSocketChannel listener, EchoService service) {
    this.listener = listener;
    this.service = service;
  }

  static TcpEcho open(InetSocketAddress at, EchoService service) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    try {
      listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      listener.bind(at, BACKLOG);
      return new TcpEcho(listener, service);
    } catch (IOException e) {
      listener.close();
      throw e;
    }
  }

  void start() {
    Thread.ofVirtual().name("echo tcp").start(this::accept);
  }

  private void accept() {
    while (listener.isOpen()) {
      try {
        Socket client = listener.accept().socket();
        clients.add(client);
        Thread.ofVirtual().name("echo client").start(() -> serve(client));
      } catch (IOException e) {
        if (listener.isOpen()) service.observer().noticed("cannot accept: " + e.getMessage());
      }
    }
  }

  private void serve(Socket client) {
    var from = (InetSocketAddress) client.getRemoteSocketAddress();
    try (Connection connection = Connection.accepted(client)) {
      var session = new LineEcho(connection, from, service);
      if (clients.size() > service.limits().clients()) session.refuse();
      else session.run();
    } catch (IOException e) {
      // Those whom our own end cuts off are no news.
      if (listener.isOpen()) service.observer().client(from, "broke off: " + e.getMessage());
    } finally {
      clients.remove(client);
      // A close that came while this client was being accepted did not see it.
      if (!listener.isOpen()) close(client);
    }
  }

  private static void close(Socket client) {
    try {
      client.close();
    } catch (IOException _) {
      // It is gone, then.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    clients.forEach(TcpEcho::close);
  }
}
