package dev.tinwire.httpserver;

import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.util.List;

/**
 * A listening socket that whoever started us has opened. Java takes one over from descriptor 0 and
 * no other ({@link System#inheritedChannel}), and when it is closed turns descriptors 0 to 2 to
 * nowhere, as for a service of inetd. So the socket is put at 0 for that moment, and our streams
 * are put back in their places when it is closed: the log goes on until the last answer is sent.
 */
final class InheritedSocket {
  private static final int STREAMS = 3;

  private final ServerSocketChannel channel;
  private final InetSocketAddress address;
  private final int[] streams;

  private InheritedSocket(ServerSocketChannel channel, InetSocketAddress address, int[] streams) {
    this.channel = channel;
    this.address = address;
    this.streams = streams;
  }

  /** Takes it over; once in the life of a process. */
  static InheritedSocket take(int fd) throws IOException {
    var streams = new int[STREAMS];
    for (int i = 0; i < STREAMS; i++) streams[i] = Libc.dup(i);
    Channel inherited;
    Libc.dup2(fd, 0);
    try {
      inherited = System.inheritedChannel();
    } finally {
      Libc.dup2(streams[0], 0);
    }
    if (inherited instanceof ServerSocketChannel channel
        && channel.getLocalAddress() instanceof InetSocketAddress address) {
      Libc.close(fd); // Not before: without a socket of ours it may be a file of the JVM's.
      return new InheritedSocket(channel, address, streams);
    }
    throw new WireException("descriptor " + fd + " is no socket that listens for TCP");
  }

  InetSocketAddress address() {
    return address;
  }

  /** What a server listens at. */
  Listeners listeners() {
    return new Listeners(List.of(channel), this::restore);
  }

  private void restore() throws IOException {
    for (int i = 0; i < STREAMS; i++) Libc.dup2(streams[i], i);
  }
}
