package dev.tinwire.udppinger;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * A server's socket, which may take and send several datagrams at once. One thread receives and
 * answers; {@link #send} is for any thread.
 */
interface EchoSocket extends Closeable {
  /**
   * Waits for datagrams; those of the time before are gone then.
   *
   * @return how many came, at least one
   * @throws java.nio.channels.ClosedChannelException if the socket was closed meanwhile
   */
  int receive() throws IOException;

  /** When {@link #receive} last came back, as {@link System#nanoTime} has it. */
  long receivedAt();

  Datagram datagram(int index);

  /** Sends a datagram's payload back to its source, now or with the next {@link #flush}. */
  void answer(Datagram datagram) throws IOException;

  /**
   * Sends what was answered.
   *
   * @return how many the kernel would not send: a route that went away, a firewall
   */
  int flush() throws IOException;

  /**
   * Sends the octets from position to limit.
   *
   * @param from which address of ours, if the socket can choose
   */
  void send(ByteBuffer payload, InetSocketAddress to, LocalEnd from) throws IOException;

  InetSocketAddress local();

  /** Ends a waiting {@link #receive} too. */
  @Override
  void close() throws IOException;

  /** Makes sockets: the portable one and the kernel's own interface are two of these. */
  @FunctionalInterface
  interface Opener {
    EchoSocket open(InetSocketAddress at) throws IOException;
  }
}
