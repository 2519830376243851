package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * Accepts connections in a loop that nothing but the end of the listener ends. When the system has
 * no file descriptor left it says so once and goes on as soon as there is one.
 */
final class Acceptor implements Runnable {
  /** A listener; a function, so that a test can let it fail. */
  @FunctionalInterface
  interface Listener {
    /** Waits for the next; {@link ClosedChannelException} is the end. */
    SocketChannel accept() throws IOException;
  }

  /** What is done with a connection. Must not block, for all others wait meanwhile. */
  @FunctionalInterface
  interface Welcome {
    void to(SocketChannel accepted) throws IOException;
  }

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Listener listener;
  private final Welcome welcome;
  private final ServerObserver observer;
  private boolean failing;

  Acceptor(Listener listener, Welcome welcome, ServerObserver observer) {
    this.listener = listener;
    this.welcome = welcome;
    this.observer = observer;
  }

  @Override
  public void run() {
    try {
      while (true) accept();
    } catch (ClosedChannelException | InterruptedException _) {
      // The listener was closed: the end of the server, and of this thread.
    }
  }

  private void accept() throws ClosedChannelException, InterruptedException {
    try {
      hand(listener.accept());
      if (failing) observer.noticed("connections are accepted again");
      failing = false;
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      // Out of file descriptors (EMFILE): the connection waits in the kernel, and so do we.
      if (!failing) observer.noticed("no connection can be accepted: " + e.getMessage());
      failing = true;
      Thread.sleep(PAUSE);
    }
  }

  /** What goes wrong with one connection does not concern the next. */
  private void hand(SocketChannel accepted) {
    try {
      welcome.to(accepted);
    } catch (IOException _) {
      try {
        accepted.close();
      } catch (IOException _) {
        // Reset before we had looked at it.
      }
    }
  }
}
