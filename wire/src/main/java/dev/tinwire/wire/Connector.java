package dev.tinwire.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** Opens one connection to one address. Interrupting the thread ends it. */
@FunctionalInterface
interface Connector {
  Socket connect(InetSocketAddress to, Deadline deadline) throws IOException;

  /**
   * Over the operating system's TCP. The socket comes from a channel: that makes it end when its
   * thread is interrupted, and leaves the channel at hand for bulk transfer.
   */
  static Connector tcp(Optional<InetAddress> from) {
    return (to, deadline) -> {
      var channel = SocketChannel.open();
      try {
        if (from.isPresent()) channel.socket().bind(new InetSocketAddress(from.get(), 0));
        channel.socket().connect(to, millis(deadline));
        return channel.socket();
      } catch (Throwable e) {
        channel.close();
        throw e;
      }
    };
  }

  /** Rounded up, and never 0, which would mean "for ever". */
  private static int millis(Deadline deadline) {
    long nanos = Deadline.nanos(deadline.remaining());
    return Math.clamp(Math.ceilDiv(nanos, 1_000_000), 1, Integer.MAX_VALUE);
  }
}
