package dev.tinwire.udppinger;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A network in memory, with a clock of its own: what is sent is noted with its time, what comes
 * back is written down by a test beforehand. Waiting costs nothing, since time jumps.
 */
final class VirtualNetwork extends VirtualClock implements PingSocket {
  /** A packet of ours, as it left. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Sent(long number, long nanoTime, byte[] octets) {}

  /** A packet on its way to us, or the news that there will be none. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Coming(long nanoTime, long order, byte[] octets, boolean refusal) {}

  /** What becomes of one of our packets. */
  @FunctionalInterface
  interface Fate {
    void meet(Sent sent, VirtualNetwork network);
  }

  private final Fate fate;
  private final List<Sent> sent = new ArrayList<>();
  private final PriorityQueue<Coming> coming =
      new PriorityQueue<>(
          Comparator.comparingLong((Coming it) -> it.nanoTime() - BEGIN)
              .thenComparingLong(Coming::order));
  private long order;
  private long received;

  VirtualNetwork(Fate fate) {
    this.fate = fate;
  }

  /** Lets a packet arrive so long after now. */
  void arrive(byte[] octets, long afterNanos) {
    coming.add(new Coming(nanoTime() + afterNanos, order++, octets, false));
  }

  /** Lets the news arrive that nobody listens. */
  void refuse(long afterNanos) {
    coming.add(new Coming(nanoTime() + afterNanos, order++, new byte[0], true));
  }

  List<Sent> sent() {
    return sent;
  }

  long begin() {
    return BEGIN;
  }

  @Override
  public void send(ByteBuffer packet) {
    byte[] octets = new byte[packet.remaining()];
    packet.get(octets);
    var leaving = new Sent(sent.size(), nanoTime(), octets);
    sent.add(leaving);
    fate.meet(leaving, this);
  }

  @Override
  public void receive(ByteBuffer into, Arrival arrival) throws IOException {
    if (received++ == 0) rewind(); // all was sent before the first is looked at
    Coming next = coming.poll();
    if (next == null) throw new ClosedChannelException();
    arrival.nanoTime = next.nanoTime();
    await(next.nanoTime());
    if (next.refusal()) throw new PortUnreachableException();
    into.put(next.octets());
    arrival.length = next.octets().length;
    arrival.ttl = 64;
  }

  @Override
  public long departure(long number) {
    return 0;
  }

  @Override
  public InetSocketAddress local() {
    return new InetSocketAddress(0);
  }

  @Override
  public void close() {}
}
