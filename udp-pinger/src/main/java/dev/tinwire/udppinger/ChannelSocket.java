package dev.tinwire.udppinger;

import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import jdk.net.ExtendedSocketOptions;

/**
 * The portable {@link PingSocket}: a blocking channel, and a clock read directly around its calls.
 * It neither sets nor sees a time to live, for Java has no such option for unicast.
 */
final class ChannelSocket implements PingSocket {
  private static final int ROOM = 1 << 20;

  private final DatagramChannel channel;

  private ChannelSocket(DatagramChannel channel) {
    this.channel = channel;
  }

  static PingSocket open(SocketWish wish) throws IOException {
    DatagramChannel channel = connected(wish);
    return wish.watchful() ? WatchfulSocket.on(channel) : new ChannelSocket(channel);
  }

  private static DatagramChannel connected(SocketWish wish) throws IOException {
    if (wish.ttl().isPresent()) {
      throw new WireException("--ttl needs the kernel's own interface; Java's sockets have none");
    }
    DatagramChannel channel = DatagramChannel.open(family(wish.peer()));
    try {
      prepare(channel, wish);
      return channel;
    } catch (Throwable e) {
      channel.close();
      throw e;
    }
  }

  private static void prepare(DatagramChannel channel, SocketWish wish) throws IOException {
    // A burst of late replies must not be lost in our own queue: that would be false loss.
    channel.setOption(StandardSocketOptions.SO_RCVBUF, ROOM);
    if (wish.dscp().isPresent()) {
      channel.setOption(StandardSocketOptions.IP_TOS, wish.trafficClass().getAsInt());
    }
    if (wish.dontFragment()) channel.setOption(ExtendedSocketOptions.IP_DONTFRAGMENT, true);
    if (wish.bind().isPresent()) channel.bind(new InetSocketAddress(wish.bind().get(), 0));
    channel.connect(wish.peer());
  }

  private static ProtocolFamily family(InetSocketAddress peer) {
    return peer.getAddress() instanceof Inet6Address
        ? StandardProtocolFamily.INET6
        : StandardProtocolFamily.INET;
  }

  @Override
  public void send(ByteBuffer packet) throws IOException {
    channel.write(packet);
  }

  @Override
  public void receive(ByteBuffer into, Arrival arrival) throws IOException {
    int length = channel.read(into);
    arrival.nanoTime = System.nanoTime();
    arrival.kernel = 0;
    arrival.ttl = Arrival.NO_TTL;
    arrival.length = length;
  }

  @Override
  public InetSocketAddress local() {
    try {
      return (InetSocketAddress) channel.getLocalAddress();
    } catch (IOException e) {
      throw new IllegalStateException("asked after its end", e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
