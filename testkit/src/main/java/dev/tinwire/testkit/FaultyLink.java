package dev.tinwire.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP link between a client and a real server that misbehaves to order: clients connect to {@link
 * #address()} and reach the server through it. What it does depends on bytes counted, never on
 * time.
 */
public final class FaultyLink implements AutoCloseable {
  private final InetSocketAddress server;
  private final Fault toServer;
  private final Fault toClient;
  private final ServerSocket listener;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicLong passed = new AtomicLong();

  public FaultyLink(InetSocketAddress server, Fault toServer, Fault toClient) throws IOException {
    this.server = server;
    this.toServer = toServer;
    this.toClient = toClient;
    InetAddress side = server.getAddress();
    listener = new ServerSocket(0, 50, side.isLoopbackAddress() ? side : Loopback.V4);
    Thread.ofVirtual().name("faulty-link").start(this::accept);
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Bytes passed on until now, both directions together. */
  public long passed() {
    return passed.get();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var client = keep(listener.accept());
        var upstream = keep(new Socket());
        upstream.connect(server);
        Thread.ofVirtual().name("link-up").start(() -> pump(client, upstream, toServer));
        Thread.ofVirtual().name("link-down").start(() -> pump(upstream, client, toClient));
      } catch (IOException _) {
        if (!listener.isClosed()) closeSockets(); // no server: the client gets its end, too
      }
    }
  }

  private Socket keep(Socket socket) throws IOException {
    sockets.add(socket);
    socket.setTcpNoDelay(true);
    // Closed while a socket was on its way in: it must not outlive the link.
    if (listener.isClosed()) socket.close();
    return socket;
  }

  private void pump(Socket from, Socket to, Fault fault) {
    try {
      var buffer = new byte[fault.size()];
      long done = 0;
      for (int most = fault.next(done); most > 0; most = fault.next(done)) {
        int n = from.getInputStream().read(buffer, 0, most);
        if (n < 0) {
          to.shutdownOutput();
          return;
        }
        to.getOutputStream().write(buffer, 0, n);
        done += n;
        passed.addAndGet(n);
      }
      stop(from, to, fault.then());
    } catch (IOException _) {
      // One side is gone, and so the other learns it as over a real link.
      close(from);
      close(to);
    }
  }

  private static void stop(Socket from, Socket to, Fault.Then then) throws IOException {
    switch (then) {
      case CLOSE -> to.shutdownOutput();
      case RESET -> {
        from.setSoLinger(true, 0);
        to.setSoLinger(true, 0);
        close(from);
        close(to);
      }
      case STALL -> {} // close() ends it
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // A loopback socket: nothing is lost.
    }
  }

  private void closeSockets() {
    sockets.forEach(FaultyLink::close);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    closeSockets();
  }
}
