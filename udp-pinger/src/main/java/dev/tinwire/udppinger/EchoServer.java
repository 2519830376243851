package dev.tinwire.udppinger;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A running echo server: a thread for each UDP socket, and listeners over TCP if wanted. */
final class EchoServer implements Closeable {
  /** How often a port that the system chose may be taken for the other family. */
  private static final int TRIES = 20;

  private final EchoService service;
  private final List<EchoSocket> sockets = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<TcpEcho> listeners = new ArrayList<>();
  private final DelayLine line;

  private EchoServer(EchoService service) {
    this.service = service;
    this.line = new DelayLine(service.limits().waiting(), System::nanoTime);
  }

  /**
   * Listens.
   *
   * @param addresses all with the same port; 0 takes one that is free at all of them
   */
  static EchoServer start(
      List<InetSocketAddress> addresses, boolean tcp, EchoService service, EchoSocket.Opener opener)
      throws IOException {
    boolean anyPort = addresses.getFirst().getPort() == 0;
    for (int tries = 1; ; tries++) {
      var server = new EchoServer(service);
      try {
        server.bind(addresses, tcp, opener);
        server.run();
        return server;
      } catch (BindException e) {
        server.close();
        if (!anyPort || tries == TRIES) throw e;
      } catch (IOException e) {
        server.close();
        throw e;
      }
    }
  }

  private void bind(List<InetSocketAddress> addresses, boolean tcp, EchoSocket.Opener opener)
      throws IOException {
    int port = addresses.getFirst().getPort();
    for (InetSocketAddress address : addresses) {
      var at = new InetSocketAddress(address.getAddress(), port);
      EchoSocket socket = opener.open(at);
      sockets.add(socket);
      port = socket.local().getPort();
      if (tcp) listeners.add(TcpEcho.open(socket.local(), service));
    }
  }

  private void run() {
    var numbers = new AtomicLong();
    for (EchoSocket socket : sockets) {
      var loop = new EchoLoop(socket, service, line, numbers);
      threads.add(Thread.ofPlatform().daemon().name("echo " + socket.local()).start(loop));
    }
    listeners.forEach(TcpEcho::start);
  }

  List<InetSocketAddress> addresses() {
    return sockets.stream().map(EchoSocket::local).toList();
  }

  EchoCounters counters() {
    return service.counters();
  }

  /** Ends it at once: datagrams are nobody's promise, and a client over TCP sees the end. */
  @Override
  public void close() throws IOException {
    line.close();
    for (TcpEcho listener : listeners) listener.close();
    for (EchoSocket socket : sockets) socket.close();
  }
}
