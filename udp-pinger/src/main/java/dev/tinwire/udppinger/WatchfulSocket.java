package dev.tinwire.udppinger;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/**
 * The portable {@link PingSocket} for packets that lie apart: without the kernel's stamps, the time
 * a sleeping thread takes to wake up is part of the round trip, and a processor that sleeps too
 * makes that longer than the rest. So who receives is woken just before a packet leaves, and turns
 * round until the reply is there; not for long, since to a round trip of milliseconds the waking
 * adds nothing that matters.
 */
final class WatchfulSocket implements PingSocket {
  /** From shortly before the packet leaves; then it sleeps again. */
  private static final long LOOKS = Pacer.SPUN + 1_000_000L;

  private final DatagramChannel channel;
  private final Selector selector;
  private final InetSocketAddress local;
  private volatile long until = System.nanoTime();
  private volatile boolean asleep;

  private WatchfulSocket(DatagramChannel channel, Selector selector) throws IOException {
    this.channel = channel;
    this.selector = selector;
    local = (InetSocketAddress) channel.getLocalAddress();
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ);
  }

  /** Takes a channel that is connected, and closes it if it cannot have a selector. */
  static WatchfulSocket on(DatagramChannel channel) throws IOException {
    try {
      return new WatchfulSocket(channel, Selector.open());
    } catch (Throwable e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void send(ByteBuffer packet) throws IOException {
    // A full queue of the network card says 0.
    while (channel.write(packet) == 0 && packet.hasRemaining()) Thread.onSpinWait();
  }

  @Override
  public void soon() {
    until = System.nanoTime() + LOOKS;
    if (asleep) selector.wakeup();
  }

  @Override
  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it but the time another takes
  public void receive(ByteBuffer into, Arrival arrival) throws IOException {
    try {
      SocketAddress from = channel.receive(into);
      while (from == null) {
        if (System.nanoTime() - until >= 0) sleep();
        else Thread.yield(); // the peer may be waiting for this very processor
        from = channel.receive(into);
      }
    } catch (ClosedSelectorException e) {
      var closed = new ClosedChannelException();
      closed.initCause(e);
      throw closed;
    }
    arrival.nanoTime = System.nanoTime();
    until = arrival.nanoTime;
    arrival.kernel = 0;
    arrival.ttl = Arrival.NO_TTL;
    arrival.length = into.position();
  }

  private void sleep() throws IOException {
    asleep = true;
    if (System.nanoTime() - until >= 0) selector.select(_ -> {});
    asleep = false;
  }

  @Override
  public InetSocketAddress local() {
    return local;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    selector.close(); // wakes who sleeps at it
  }
}
