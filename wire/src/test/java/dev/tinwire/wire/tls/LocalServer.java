package dev.tinwire.wire.tls;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A listener on the loopback that hands each connection to a handler on a virtual thread. Closing
 * it ends them all.
 */
final class LocalServer implements AutoCloseable {
  /** Serves one connection. */
  @FunctionalInterface
  interface Handler {
    void serve(Socket socket) throws IOException;
  }

  private final ServerSocket listener;
  private final AtomicInteger accepted = new AtomicInteger();
  private final CompletableFuture<IOException> failure = new CompletableFuture<>();

  LocalServer(Handler handler) throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> accept(handler));
  }

  /** A TLS server that sends back what it gets. */
  static LocalServer echoing(TlsServer server) throws IOException {
    return new LocalServer(raw -> {
      try (var socket = server.serve(raw, soon())) {
        socket.getInputStream().transferTo(socket.getOutputStream());
      }
    });
  }

  static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20));
  }

  private void accept(Handler handler) {
    try {
      while (true) {
        Socket socket = listener.accept();
        accepted.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(handler, socket));
      }
    } catch (IOException _) {
      // closed: the test is over
    }
  }

  private void serve(Handler handler, Socket socket) {
    try (socket) {
      handler.serve(socket);
    } catch (IOException e) {
      failure.complete(e);
    }
  }

  Endpoint as(String host) {
    return new Endpoint(host, listener.getLocalPort());
  }

  Socket dial() throws IOException {
    return new Socket(listener.getInetAddress(), listener.getLocalPort());
  }

  int connections() {
    return accepted.get();
  }

  /** The first thing that went wrong on the server's side; waits for it. */
  IOException failure() {
    return failure.join();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
