package dev.tinwire.udppinger;

import dev.tinwire.udppinger.Simulation.Fate;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Answers authenticated packets of nobody, until the way of the first real one is compiled: to
 * interpret an HMAC takes longer than everything else that is done for a packet. Cold, the first
 * answer took some milliseconds, and those after it 0.6 for as long as they were few.
 */
final class EchoRehearsal {
  /** By then all of it is compiled. */
  private static final int PACKETS = 3000;

  private static final int EXCHANGED = 20;
  private static final int ROUND = 44;
  private static final int PATIENCE = 100;

  private static final Duration AT_MOST = Duration.ofMillis(500);

  private EchoRehearsal() {}

  /** Beside whatever is done meanwhile; does nothing where no key is shared. */
  static void start(Optional<StampKey> shared, EchoSocket.Opener opener) {
    if (shared.isEmpty()) return; // it would cost a server of 40 MiB another four
    StampKey key = shared.get();
    Thread.ofPlatform()
        .daemon()
        .name("rehearsal")
        .start(() -> {
          run(key, PACKETS, System.nanoTime() + AT_MOST.toNanos());
          exchange(opener);
        });
  }

  /** A few packets through a server of its own: the kernel's calls are linked at the first. */
  private static void exchange(EchoSocket.Opener opener) {
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (var server = EchoServer.start(List.of(here), false, EchoService.plain(), opener);
        var client = new DatagramSocket(here)) {
      client.setSoTimeout(PATIENCE);
      client.connect(server.addresses().getFirst());
      var packet = new DatagramPacket(new byte[ROUND], ROUND);
      for (int i = 0; i < EXCHANGED; i++) {
        client.send(packet);
        client.receive(packet);
      }
    } catch (IOException _) {
      // Then the first real one is the rehearsal.
    }
  }

  /**
   * As many as fit into the time.
   *
   * @return how many were answered
   */
  static int run(StampKey shared, int packets, long end) {
    // With counters of its own: nobody has sent these.
    EchoService service = EchoService.plain().withKey(shared);
    LongSupplier wall = new WallClock();
    var reflector = new EchoReflector(service, 0, wall, System.nanoTime());
    StampKey key = shared.copy();
    StampLayout layout = StampLayout.KEYED;
    var datagram = new Datagram(ByteBuffer.allocateDirect(layout.least()), 0);
    datagram.source = new InetSocketAddress(InetAddress.getLoopbackAddress(), 65_535);
    datagram.length = layout.least();
    int answered = 0;
    for (long now = System.nanoTime();
        answered < packets && now - end < 0;
        now = System.nanoTime()) {
      datagram.received = wall.getAsLong();
      StampRequest.begin(layout, datagram.payload, datagram.length, answered, (short) 0);
      StampRequest.stamp(layout, datagram.payload, NtpTime.of(datagram.received));
      key.sign(datagram.payload);
      if (reflector.answer(datagram, Fate.NONE, now) != Outcome.ANSWERED) break;
      answered++;
    }
    return answered;
  }
}
