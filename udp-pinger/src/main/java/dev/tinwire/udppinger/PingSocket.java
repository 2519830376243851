package dev.tinwire.udppinger;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * A socket that is connected to one peer and notes when packets leave and come. One thread sends
 * and another receives, at the same time; neither allocates anything for a packet.
 *
 * <p>Being connected, it never hands over what another address or port sent.
 */
interface PingSocket extends Closeable {
  /**
   * Sends what remains in the buffer as one packet. The first call is number 0, and every call
   * counts, also one that throws.
   *
   * @throws java.net.PortUnreachableException if an earlier packet was refused; this one was not
   *     sent
   */
  void send(ByteBuffer packet) throws IOException;

  /**
   * Waits for the next packet and puts it into the buffer, from its position on; what does not fit
   * is cut off. The arrival says how long the packet was and when it came.
   *
   * @throws java.net.PortUnreachableException if the peer's host said that nobody listens
   * @throws UnreachableException if a host on the way said something else; in both cases as much of
   *     our packet as came with it is handed over as if it had come
   * @throws java.nio.channels.ClosedChannelException if the socket was closed meanwhile
   * @throws java.io.EOFException if the peer ended a connection
   */
  void receive(ByteBuffer into, Arrival arrival) throws IOException;

  /**
   * As {@link #receive(ByteBuffer, Arrival)}, but a socket that is {@linkplain #alone used alone}
   * gives up at that moment.
   *
   * @return false if nothing came
   */
  default boolean receive(ByteBuffer into, Arrival arrival, long due) throws IOException {
    receive(into, arrival);
    return true;
  }

  /** Whether one thread is both to send and to receive. */
  default boolean alone() {
    return false;
  }

  /** Does with a packet to ourselves what is done with a real one, so that it is not unwonted. */
  default void rehearse() throws IOException {}

  /**
   * When the kernel saw the packet of that number leave, in nanoseconds of the wall clock since
   * 1970; 0 if it did not say. To be asked by the receiving thread only, after the reply came.
   */
  default long departure(long number) {
    return 0;
  }

  InetSocketAddress local();

  /** Ends a waiting {@link #receive} too. */
  @Override
  void close() throws IOException;

  /** Makes sockets; the portable path and the kernel's stamps are two of these. */
  @FunctionalInterface
  interface Opener {
    /**
     * Opens one.
     *
     * @throws dev.tinwire.wire.WireException if there is none, or if it cannot do what is asked for
     */
    PingSocket open(SocketWish wish) throws IOException;
  }
}
