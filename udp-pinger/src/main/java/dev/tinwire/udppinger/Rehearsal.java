package dev.tinwire.udppinger;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/**
 * A socket that is connected to itself. A packet through it takes the way of a real one, through
 * our code and the kernel's: after a second of sleep all of that has left the processor's caches,
 * and the next packet would need several times as long to get out.
 */
final class Rehearsal implements Closeable {
  private final DatagramChannel channel;
  private final ByteBuffer packet = ByteBuffer.allocateDirect(64);

  private Rehearsal(DatagramChannel channel) throws IOException {
    this.channel = channel;
    channel.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    channel.connect(channel.getLocalAddress());
    channel.configureBlocking(false);
  }

  static Rehearsal open() throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      return new Rehearsal(channel);
    } catch (Throwable e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Sends one packet and takes it back.
   *
   * @return whether it has come; on the loopback that is at once
   */
  boolean run() throws IOException {
    channel.write(packet.clear());
    return channel.receive(packet.clear()) != null;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
