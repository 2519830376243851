package dev.tinwire.cli;

import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A listener on the loopback that waits for one guest and treats him as told, in its own thread.
 */
final class Guest implements AutoCloseable {
  /** What is done with the connection; it is closed afterwards. */
  @FunctionalInterface
  interface Treatment {
    void of(Connection guest) throws IOException;
  }

  private final ServerSocket listener;
  private final FutureTask<Boolean> visit;

  private Guest(ServerSocket listener, Treatment treatment) {
    this.listener = listener;
    this.visit = new FutureTask<>(() -> visit(treatment));
  }

  static Guest treated(Treatment treatment) throws IOException {
    var guest = new Guest(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), treatment);
    Thread.ofVirtual().name("guest").start(guest.visit);
    return guest;
  }

  private boolean visit(Treatment treatment) throws IOException {
    try (Connection them = Connection.accepted(listener.accept())) {
      treatment.of(them);
    }
    return true;
  }

  Endpoint endpoint() {
    return Endpoint.of((InetSocketAddress) listener.getLocalSocketAddress());
  }

  /** Waits for the end of the visit, and throws what went wrong in it. */
  void leave() throws Exception {
    try {
      var _ = visit.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) throw cause;
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    listener.close(); // a guest who never came is not waited for any more
  }
}
