package dev.tinwire.udppinger;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;

/**
 * The portable {@link EchoSocket}: a blocking channel, one datagram a call. It cannot see a time to
 * live, nor to which of several addresses a datagram came, for Java has no such options.
 */
final class ChannelEchoSocket implements EchoSocket {
  /** Room for a burst while an answer is written. */
  private static final int BURST = 1 << 20;

  private final DatagramChannel channel;
  private final InetSocketAddress local;
  private final Datagram datagram = new Datagram(ByteBuffer.allocateDirect(Datagram.ROOM));
  private final WallClock clock = new WallClock();

  private long receivedAt;

  private ChannelEchoSocket(DatagramChannel channel) throws IOException {
    this.channel = channel;
    this.local = (InetSocketAddress) channel.getLocalAddress();
  }

  static ChannelEchoSocket open(InetSocketAddress at) throws IOException {
    boolean six = at.getAddress() instanceof Inet6Address;
    var family = six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
    DatagramChannel channel = DatagramChannel.open(family);
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, BURST);
      channel.bind(at);
      return new ChannelEchoSocket(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public int receive() throws IOException {
    ByteBuffer payload = datagram.payload.clear();
    var source = (InetSocketAddress) channel.receive(payload);
    receivedAt = System.nanoTime();
    datagram.received = clock.at(receivedAt);
    if (source == null) throw new AsynchronousCloseException();
    datagram.source = source;
    datagram.length = payload.position();
    datagram.ttl = Datagram.NO_TTL;
    return 1;
  }

  @Override
  public long receivedAt() {
    return receivedAt;
  }

  @Override
  public Datagram datagram(int index) {
    return datagram;
  }

  @Override
  public void answer(Datagram answered) throws IOException {
    ByteBuffer payload = answered.payload.limit(answered.length).position(0);
    send(payload, answered.source, answered.local);
  }

  @Override
  public int flush() {
    return 0; // everything is sent at once, and a failure thrown
  }

  @Override
  public void send(ByteBuffer payload, InetSocketAddress to, LocalEnd from) throws IOException {
    if (!channel.isOpen()) throw new ClosedChannelException();
    channel.send(payload, to);
  }

  @Override
  public InetSocketAddress local() {
    return local;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
