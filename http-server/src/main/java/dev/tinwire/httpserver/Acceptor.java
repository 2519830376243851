package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * Accepts connections at one listener. When the system has no file descriptor left it says so once
 * and goes on as soon as there is one.
 */
final class Acceptor {
  /** A listener that does not wait; a function, so that a test can let it fail. */
  @FunctionalInterface
  interface Listener {
    /** The next; none if nobody is there. */
    @Nullable SocketChannel accept() throws IOException;
  }

  /** What is done with a connection. Must not block, for all others wait meanwhile. */
  @FunctionalInterface
  interface Welcome {
    void to(SocketChannel accepted) throws IOException;
  }

  /** Then those who were accepted before have their turn. */
  private static final int AT_ONCE = 64;

  private final Listener listener;
  private final ServerObserver observer;
  private boolean failing;

  Acceptor(Listener listener, ServerObserver observer) {
    this.listener = listener;
    this.observer = observer;
  }

  /**
   * Accepts those who are there, and at most some.
   *
   * @return whether it makes sense to try again at once; if not, they wait in the kernel, and so
   *     should we
   */
  boolean accept(Welcome welcome) {
    try {
      for (int i = 0; i < AT_ONCE; i++) {
        SocketChannel accepted = listener.accept();
        if (accepted == null) return true;
        hand(accepted, welcome);
        if (failing) observer.noticed("connections are accepted again");
        failing = false;
      }
      return true;
    } catch (ClosedChannelException _) {
      return false; // The end of the server.
    } catch (IOException e) {
      // Out of file descriptors (EMFILE).
      if (!failing) observer.noticed("no connection can be accepted: " + e.getMessage());
      failing = true;
      return false;
    }
  }

  /** What goes wrong with one connection does not concern the next. */
  private static void hand(SocketChannel accepted, Welcome welcome) {
    try {
      welcome.to(accepted);
    } catch (IOException | RuntimeException _) {
      try {
        accepted.close();
      } catch (IOException _) {
        // Reset before we had looked at it.
      }
    }
  }
}
