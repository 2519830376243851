package dev.tinwire.udppinger;

import dev.tinwire.udppinger.Simulation.Fate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Answers authenticated packets of nobody, until the way of the first real one is compiled: an HMAC
 * is a thousand times as much work as anything else that is done for a packet. Cold, the first
 * answer took 10 ms, and those after it 0.6 ms for as long as they were few.
 */
final class EchoRehearsal {
  /** By then all of it is compiled. */
  private static final int PACKETS = 3000;

  private static final Duration AT_MOST = Duration.ofMillis(500);

  private EchoRehearsal() {}

  /** Beside whatever is done meanwhile; does nothing where no key is shared. */
  static void start(EchoService service) {
    if (service.key().isEmpty()) return;
    Thread.ofPlatform()
        .daemon()
        .name("rehearsal")
        .start(() -> run(service.key().get(), PACKETS, System.nanoTime() + AT_MOST.toNanos()));
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
