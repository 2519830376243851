package dev.tinwire.udppinger;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A peer of our own on the loopback, for the warm-up and for {@code doctor}: turns STAMP packets
 * round and returns all others as they are.
 */
final class OwnPeer implements Closeable {
  private final DatagramChannel channel;
  private final @Nullable StampLayout layout;
  private final @Nullable StampKey key;
  private final Thread thread;

  /**
   * @param layout null for packets that are not STAMP
   */
  OwnPeer(@Nullable StampLayout layout, @Nullable StampKey key) throws IOException {
    this.layout = layout;
    this.key = key == null ? null : key.copy();
    channel = DatagramChannel.open();
    channel.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    thread = Thread.ofPlatform().daemon().name("ping-reflector").start(this::run);
  }

  InetSocketAddress address() throws IOException {
    return (InetSocketAddress) channel.getLocalAddress();
  }

  private void run() {
    var packet = ByteBuffer.allocateDirect(1 << 16);
    var wall = new WallClock();
    try {
      for (int count = 0; ; count++) {
        packet.clear();
        SocketAddress from = channel.receive(packet);
        int length = packet.position();
        if (layout != null && length >= layout.least()) {
          turn(layout, packet, length, count, wall.getAsLong());
        }
        packet.flip();
        channel.send(packet, from);
      }
    } catch (IOException _) {
      // Closed: nobody needs it any more.
    }
  }

  private void turn(StampLayout stamp, ByteBuffer packet, int length, int count, long now) {
    StampReflection.turn(stamp, packet, length, count, NtpTime.of(now), 0);
    StampReflection.stamp(stamp, packet, NtpTime.of(now));
    if (key != null) key.sign(packet);
  }

  /** Waits for the end of its thread: that takes a processor too, and the first packet is next. */
  @Override
  public void close() throws IOException {
    channel.close();
    try {
      thread.join(Duration.ofMillis(100));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
