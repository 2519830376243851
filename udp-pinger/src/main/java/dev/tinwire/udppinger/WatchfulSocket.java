package dev.tinwire.udppinger;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/**
 * The portable {@link PingSocket} for packets that lie apart, for one thread that sends and
 * receives. Without the kernel's stamps, the time a sleeping thread takes to wake up is part of the
 * round trip, and a processor that sleeps too makes that longer than the rest. So after a packet
 * has left, this turns round until the reply is there; not for long, since to a round trip of
 * milliseconds the waking adds nothing that matters. Then it sleeps.
 */
final class WatchfulSocket implements PingSocket {
  private static final long MILLI = 1_000_000L;
  private static final long HOUR = 3_600_000 * MILLI;
  private static final long LOOKS = MILLI;

  private final DatagramChannel channel;
  private final Selector selector;
  private final Rehearsal rehearsal;
  private final InetSocketAddress local;
  private long until = System.nanoTime();

  private WatchfulSocket(DatagramChannel channel, Selector selector, Rehearsal rehearsal)
      throws IOException {
    this.channel = channel;
    this.selector = selector;
    this.rehearsal = rehearsal;
    local = (InetSocketAddress) channel.getLocalAddress();
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ);
  }

  /** Takes a channel that is connected, and closes it if it cannot have a selector. */
  static WatchfulSocket on(DatagramChannel channel) throws IOException {
    Rehearsal rehearsal = null;
    try {
      rehearsal = Rehearsal.open();
      return new WatchfulSocket(channel, Selector.open(), rehearsal);
    } catch (Throwable e) {
      if (rehearsal != null) rehearsal.close();
      channel.close();
      throw e;
    }
  }

  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public void rehearse() throws IOException {
    rehearsal.run();
  }

  @Override
  public void send(ByteBuffer packet) throws IOException {
    // A full queue of the network card says 0.
    while (channel.write(packet) == 0 && packet.hasRemaining()) Thread.onSpinWait();
    until = System.nanoTime() + LOOKS;
  }

  @Override
  public void receive(ByteBuffer into, Arrival arrival) throws IOException {
    while (!receive(into, arrival, System.nanoTime() + HOUR)) {
      // Nothing in an hour.
    }
  }

  @Override
  public boolean receive(ByteBuffer into, Arrival arrival, long due) throws IOException {
    // Not read(): that cannot tell an empty packet from none.
    while (channel.receive(into) == null) {
      long now = System.nanoTime();
      if (now - due >= 0) return false;
      rest(now, due);
    }
    arrival.nanoTime = System.nanoTime();
    until = arrival.nanoTime;
    arrival.kernel = 0;
    arrival.ttl = Arrival.NO_TTL;
    arrival.length = into.position();
    return true;
  }

  /** A selector counts milliseconds; what is less, and would come late, is spent turning round. */
  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it but the time another takes
  private void rest(long now, long due) throws IOException {
    if (now - until < 0 || due - now < MILLI) {
      Thread.yield(); // the peer may be waiting for this very processor
      return;
    }
    try {
      selector.select(_ -> {}, sleep(due - now));
    } catch (ClosedSelectorException e) {
      var closed = new ClosedChannelException();
      closed.initCause(e);
      throw closed;
    }
  }

  /**
   * How many milliseconds of so many nanoseconds can be slept: Linux lets a sleep become longer by
   * a thousandth, to wake several at once. Never 0, for ever to a selector.
   */
  static long sleep(long nanos) {
    return Math.max(1, nanos / MILLI * 499 / 500);
  }

  @Override
  public InetSocketAddress local() {
    return local;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    rehearsal.close();
    selector.close(); // wakes who sleeps at it
  }
}
