package dev.tinwire.udppinger;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.List;

/**
 * Any datagram from the peer is judged by every kind of pinger: as the answer to a packet that was
 * sent, and then it has the octets of one, or as corrupt, or as forgotten.
 */
public final class PingFuzz {
  private static final long SENT = 1_767_225_600_000_000_000L;
  private static final int PACKETS = 4;
  private static final StampKey KEY = new StampKey(new byte[32]);

  private static final List<Pinger> PINGERS =
      List.of(
          new Pinger(new ProbesStamp(44, (short) 7, null)),
          new Pinger(new ProbesStamp(112, (short) 7, KEY)),
          new Pinger(new ProbesText(0)),
          new Pinger(new ProbesEcho(64, 11)));

  private PingFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    for (Pinger pinger : PINGERS) pinger.judge(input);
  }

  /** What the pinger of that name would send as the packet of that number. */
  static List<byte[]> sent(long number) {
    return PINGERS.stream().map(pinger -> pinger.packet(number)).toList();
  }

  /** A receiver that has sent a few packets and gets one datagram. */
  private static final class Pinger implements PingSocket {
    private final Probes probes;
    private final Flights flights = new Flights(PACKETS);
    private final CatchRing ring = new CatchRing();
    private final Receiver receiver;
    private byte[] input = {};
    private boolean given;
    private long answered;

    Pinger(Probes probes) {
      this.probes = probes;
      for (int i = 0; i < PACKETS; i++) flights.leaves(i, 0, SENT + i, i);
      var notified =
          new Receiver.Notified() {
            @Override
            public void answered(long number) {
              answered = number;
            }

            @Override
            public void caught() {}
          };
      receiver = new Receiver(this, probes, flights, ring, notified, Pacer.system(), true);
    }

    byte[] packet(long number) {
      ByteBuffer packet = ByteBuffer.allocate(Math.max(probes.size(), TextPing.LONGEST));
      Probes own = probes.copy();
      own.prepare(packet, number);
      byte[] octets = new byte[own.stamp(packet, number, SENT + number)];
      packet.get(0, octets);
      return octets;
    }

    void judge(byte[] datagram) {
      input = datagram;
      given = false;
      answered = -1;
      receiver.run();
      Catch caught = ring.peek();
      if (caught == null) throw new AssertionError("nothing was made of it");
      check(caught);
      ring.release();
    }

    private void check(Catch caught) {
      demand(caught.length == input.length, "its length is " + input.length);
      switch (caught.kind) {
        case INTACT -> {
          demand(caught.number >= 0 && caught.number < PACKETS, "there was no such packet");
          demand(answered == caught.number, "the schedule was told");
          demand(input.length >= packet(caught.number).length, "an answer has all of its packet");
        }
        case CORRUPT, FORGOTTEN -> demand(answered < 0, "nothing was answered");
        case REFUSED, ENDED -> throw new AssertionError("it is a datagram");
      }
    }

    private static void demand(boolean holds, String what) {
      if (!holds) throw new AssertionError("but " + what);
    }

    @Override
    public void receive(ByteBuffer into, Arrival arrival) throws ClosedChannelException {
      if (given) throw new ClosedChannelException();
      given = true;
      into.put(input, 0, Math.min(input.length, into.remaining()));
      arrival.length = input.length;
      arrival.nanoTime = 1000;
      arrival.kernel = 0;
      arrival.ttl = Arrival.NO_TTL;
    }

    @Override
    public void send(ByteBuffer packet) {}

    @Override
    public InetSocketAddress local() {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000);
    }

    @Override
    public void close() {}
  }
}
