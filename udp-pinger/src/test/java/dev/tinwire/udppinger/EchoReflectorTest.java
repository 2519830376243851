package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.udppinger.Simulation.Fate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a datagram, without a socket. */
final class EchoReflectorTest {
  private static final long NOW = NtpTime.epochNanos(Octets.T1);
  private static final Fate LOST = new Fate(true, 0, false, false, false, 0);
  private static final InetSocketAddress PEER = peer(50_000);

  @ParameterizedTest(name = "from port {0}: {1}")
  @CsvSource({
    "0, SERVER",
    "7, SERVER",
    "19, SERVER",
    "862, SERVER",
    "1023, SERVER",
    "1024, ANSWERED",
    "12000, SERVER",
    "12001, ANSWERED",
    "65535, ANSWERED",
  })
  void serversAreNotAnswered(int port, Outcome expected) {
    var reflector = reflector(EchoService.plain());
    assertEquals(expected, reflector.admit(datagram(peer(port), 44), 0));
  }

  @Test
  void oneAddressGetsItsRateWhateverItsPortsAndAllTogetherGetTheirs() {
    var limits = EchoLimits.DEFAULT.withRate(5).withRateInAll(8);
    var reflector = reflector(EchoService.plain().withLimits(limits));
    int answered = 0;
    for (int i = 0; i < 20; i++) {
      if (reflector.admit(datagram(peer(5000 + i), 44), 0) == Outcome.ANSWERED) answered++;
    }
    assertEquals(5, answered);
    for (int i = 0; i < 20; i++) {
      var source = new InetSocketAddress(InetAddress.ofLiteral("10.0.0." + i), 5000);
      if (reflector.admit(datagram(source, 44), 0) == Outcome.ANSWERED) answered++;
    }
    assertEquals(8, answered);
  }

  @Test
  void theReflectorsOwnCountBeginsAtZeroForEachSessionAndLeavesOutWhatWasLost() {
    var reflector = reflector(EchoService.plain());
    assertEquals(0, count(reflector, stamp(PEER, 10), Fate.NONE));
    assertEquals(1, count(reflector, stamp(PEER, 11), Fate.NONE));
    assertEquals(0, count(reflector, stamp(peer(50_001), 0), Fate.NONE));
    assertEquals(Outcome.LOST, reflector.answer(stamp(PEER, 12), LOST, 0));
    assertEquals(2, count(reflector, stamp(PEER, 13), Fate.NONE));
  }

  private static int count(EchoReflector reflector, Datagram datagram, Fate fate) {
    assertEquals(Outcome.ANSWERED, reflector.answer(datagram, fate, 0));
    return StampLayout.PLAIN.sequence(datagram.payload);
  }

  @Test
  void anAnswerIsNotAnswered() {
    var reflector = reflector(EchoService.plain());
    Datagram datagram = stamp(PEER, 10);
    assertEquals(Outcome.ANSWERED, reflector.answer(datagram, Fate.NONE, 0));
    assertEquals(Outcome.REPLY, reflector.answer(datagram, Fate.NONE, 0));
  }

  @Test
  void withAKeyOnlyGenuineAndNewPacketsAreAnswered() {
    var key = new StampKey(new byte[32]);
    var reflector = reflector(EchoService.plain().withKey(key));
    assertEquals(Outcome.ANSWERED, reflector.answer(keyed(key, Octets.T1), Fate.NONE, 0));
    assertEquals(Outcome.REPLAYED, reflector.answer(keyed(key, Octets.T1), Fate.NONE, 0));
    var forged = keyed(key, Octets.T2);
    forged.payload.put(111, (byte) (forged.payload.get(111) ^ 1));
    assertEquals(Outcome.FORGED, reflector.answer(forged, Fate.NONE, 0));
    assertEquals(Outcome.ANSWERED, reflector.answer(keyed(key, Octets.T2), Fate.NONE, 0));
    assertEquals(Outcome.STRANGE, reflector.answer(stamp(PEER, 1), Fate.NONE, 0));
  }

  @Test
  void timeNeverGoesBackBetweenReceivingAndSending() {
    var reflector = new EchoReflector(EchoService.plain(), 12_000, () -> NOW - 5_000, 0);
    Datagram datagram = stamp(PEER, 10);
    assertEquals(Outcome.ANSWERED, reflector.answer(datagram, Fate.NONE, 0));
    var layout = StampLayout.PLAIN;
    assertEquals(layout.received(datagram.payload), layout.time(datagram.payload));
  }

  private static EchoReflector reflector(EchoService service) {
    return new EchoReflector(service, 12_000, () -> NOW, 0);
  }

  private static Datagram keyed(StampKey key, long time) {
    Datagram datagram = datagram(PEER, 112);
    StampRequest.begin(StampLayout.KEYED, datagram.payload, 112, 1, (short) 0);
    StampRequest.stamp(StampLayout.KEYED, datagram.payload, time);
    key.sign(datagram.payload);
    return datagram;
  }

  private static Datagram stamp(InetSocketAddress source, int sequence) {
    Datagram datagram = datagram(source, 44);
    StampRequest.begin(StampLayout.PLAIN, datagram.payload, 44, sequence, (short) 0);
    StampRequest.stamp(StampLayout.PLAIN, datagram.payload, Octets.T1);
    return datagram;
  }

  private static Datagram datagram(InetSocketAddress source, int length) {
    var datagram = new Datagram(ByteBuffer.allocate(length));
    datagram.source = source;
    datagram.length = length;
    datagram.received = NOW;
    return datagram;
  }

  private static InetSocketAddress peer(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
