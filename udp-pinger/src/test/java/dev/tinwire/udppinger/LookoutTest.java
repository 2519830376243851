package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** One thread sends and receives: neither may be in the other's way. Times are virtual. */
final class LookoutTest {
  private static final long US = 1_000;
  private static final long MS = 1_000_000;

  /** A look takes 1 µs; a packet that is there is handed over, and there may always be one. */
  private static final class Sea extends VirtualClock implements PingSocket {
    private final long breaks;
    private final boolean stormy;
    private final List<Long> left = new ArrayList<>();
    private final List<Long> looks = new ArrayList<>();
    private final List<Long> rehearsals = new ArrayList<>();

    /**
     * @param stormy whether a packet of some stranger is always there
     * @param breaks when the socket is closed under it
     */
    Sea(boolean stormy, long breaks) {
      this.stormy = stormy;
      this.breaks = breaks;
    }

    /** Since the begin. */
    private long now() {
      return nanoTime() - BEGIN;
    }

    @Override
    public boolean alone() {
      return true;
    }

    @Override
    public void send(ByteBuffer packet) {
      left.add(now());
      packet.position(packet.limit());
    }

    @Override
    public void rehearse() {
      rehearsals.add(now());
      pass(10 * US);
    }

    @Override
    public void receive(ByteBuffer into, Arrival arrival) throws IOException {
      throw new ClosedChannelException();
    }

    @Override
    public boolean receive(ByteBuffer into, Arrival arrival, long due) throws IOException {
      looks.add(now());
      pass(US);
      if (now() >= breaks) throw new ClosedChannelException();
      if (stormy) {
        arrival.length = 1;
        into.put((byte) 0);
        return true;
      }
      await(due);
      return false;
    }

    @Override
    public InetSocketAddress local() {
      return new InetSocketAddress(0);
    }

    @Override
    public void close() {}
  }

  private final CatchRing ring = new CatchRing();

  /** Three packets, 10 ms apart. */
  private void sail(Sea sea) {
    var wire = new Wire(Wire.Kind.ECHO, OptionalInt.empty(), null, new SplittableRandom(1));
    var flights = new Flights(1024);
    var keeper =
        new Receiver.Notified() {
          @Override
          public void answered(long number) {}

          @Override
          public void caught() {
            ring.release();
          }
        };
    var receiver = new Receiver(sea, wire.probes(), flights, ring, keeper, sea, false);
    var lookout = new Lookout(sea, receiver, sea);
    var schedule = new Schedule.Fixed(Duration.ofMillis(10));
    new Sender(sea, wire.probes(), flights, schedule, 3, lookout, () -> 0).run();
  }

  private static List<Long> planned() {
    long first = Pacer.SETTLED;
    return List.of(first, first + 10 * MS, first + 20 * MS);
  }

  @Test
  void packetsLeaveAtTheirTimesAndEachIsRehearsed() {
    var sea = new Sea(false, Long.MAX_VALUE);
    sail(sea);
    assertEquals(planned(), sea.left);
    assertEquals(9, sea.rehearsals.size());
    for (long rehearsal : sea.rehearsals) {
      assertEquals(
          1,
          planned().stream().filter(it -> it > rehearsal && it - rehearsal <= Pacer.SPUN).count());
    }
  }

  @Test
  void packetsOfStrangersWithoutEndDelayNothing() {
    var sea = new Sea(true, Long.MAX_VALUE);
    sail(sea);
    assertEquals(planned(), sea.left);
    // And between the packets they were taken all the time.
    assertTrue(sea.looks.size() > 20_000, () -> sea.looks.size() + " looks");
  }

  @Test
  void sendingGoesOnWhereNothingMoreCanCome() {
    var sea = new Sea(false, 5 * MS);
    sail(sea);
    assertEquals(planned(), sea.left);
  }
}
