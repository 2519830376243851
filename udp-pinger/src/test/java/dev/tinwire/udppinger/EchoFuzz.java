package dev.tinwire.udppinger;

import dev.tinwire.udppinger.Simulation.Fate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Any datagram is answered or not, by every kind of server, and in no case with more octets than it
 * has; and what a pinger makes of any answer is a value.
 */
public final class EchoFuzz {
  private static final long NOW = 1_767_225_600_000_000_000L;
  private static final StampKey KEY = new StampKey(new byte[32]);

  private EchoFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length > 65_507) return;
    serve(EchoService.plain(), input);
    serve(EchoService.plain().withUpper(), input);
    serve(EchoService.plain().withKey(KEY), input);
    for (EchoWire wire : EchoWire.values()) serve(EchoService.plain().withOnly(wire), input);
    ping(StampLayout.PLAIN, input);
    ping(StampLayout.KEYED, input);
    TextPing.sequence(ByteBuffer.wrap(input), input.length);
    EchoPayload.isIntact(ByteBuffer.wrap(input), input.length, input.length, 0);
  }

  private static void serve(EchoService service, byte[] input) {
    var datagram = new Datagram(ByteBuffer.wrap(Arrays.copyOf(input, input.length)));
    datagram.source = new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000);
    datagram.length = input.length;
    datagram.received = NOW;
    var reflector = new EchoReflector(service, 12_000, () -> NOW, 0);
    if (reflector.admit(datagram, 0) != Outcome.ANSWERED) throw new AssertionError("not admitted");
    Outcome outcome = reflector.answer(datagram, Fate.NONE, 0);
    if (datagram.length != input.length) throw new AssertionError("another length");
    if (outcome != Outcome.ANSWERED || reflector.recognised != Recognition.STAMP) return;
    if (reflector.answer(datagram, Fate.NONE, 0) == Outcome.ANSWERED) {
      throw new AssertionError("an answer was answered: two of us would never stop");
    }
  }

  private static void ping(StampLayout layout, byte[] input) {
    if (!StampReply.isReadable(layout, input.length)) return;
    ByteBuffer reply = ByteBuffer.wrap(input);
    StampReply.isIntact(layout, reply, input.length, input.length, 0, (short) 0);
    var caught = new Catch().begin(Catch.Kind.INTACT, 0);
    caught.rttNanos = 1000;
    new ProbesStamp(input.length, (short) 0, layout == StampLayout.KEYED ? KEY : null)
        .read(reply, caught);
    var oneWay = new OneWay();
    oneWay.add(caught);
    if (oneWay.implausible() == 0 && (oneWay.held().least() < 0 || oneWay.held().greatest() > 1000))
      throw new AssertionError("held for " + oneWay.held().greatest());
  }
}
