package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server and its clients over the loopback, with every kind of socket there is here. */
final class EchoServerTest {
  static Stream<Opening> openings() {
    return Opening.all();
  }

  @ParameterizedTest
  @MethodSource("openings")
  void eachWireIsAnsweredOverBothFamilies(Opening opening) throws IOException {
    try (var server = start(opening, EchoService.plain(), "127.0.0.1", "::1")) {
      for (InetSocketAddress address : server.addresses()) {
        try (var client = new TestClient(address)) {
          client.send("Ping 1 1767225600.000000");
          assertEquals("Ping 1 1767225600.000000", client.receiveText());
          client.send("hello");
          assertEquals("hello", client.receiveText());
          client.send("");
          assertEquals("", client.receiveText());
          client.sendStamp(7);
          ByteBuffer reply = ByteBuffer.wrap(client.receive());
          assertEquals(44, reply.limit());
          assertEquals(0, StampLayout.PLAIN.sequence(reply));
          assertEquals(7, StampLayout.PLAIN.senderSequence(reply));
          long held = StampLayout.PLAIN.time(reply) - StampLayout.PLAIN.received(reply);
          assertTrue(held >= 0 && held >>> 32 < 60, () -> "held for " + held);
          assertEquals(opening.seesTtl(), StampLayout.PLAIN.ttl(reply) > 0);
        }
      }
      assertEquals(8, server.counters().of(Outcome.ANSWERED).sum());
      assertEquals(2, server.counters().sessions.sum());
    }
  }

  @ParameterizedTest
  @MethodSource("openings")
  void upperCaseIsForLettersOfAsciiAlone(Opening opening) throws IOException {
    try (var server = start(opening, EchoService.plain().withUpper(), "127.0.0.1");
        var client = new TestClient(server.addresses().getFirst())) {
      client.send("Ping 1 z\u00e4{`@[\u0001");
      assertEquals("PING 1 Z\u00e4{`@[\u0001", client.receiveText());
      client.sendStamp(0x61626364); // "abcd": a number here
      assertEquals(0x61626364, StampLayout.PLAIN.senderSequence(ByteBuffer.wrap(client.receive())));
    }
  }

  @ParameterizedTest
  @MethodSource("openings")
  void theLargestDatagramAndGarbageComeBackAndNothingIsLost(Opening opening) throws IOException {
    var random = new Random(5);
    try (var server = start(opening, EchoService.plain().withOnly(EchoWire.ECHO), "127.0.0.1");
        var client = new TestClient(server.addresses().getFirst())) {
      for (int size : new int[] {1, 2, 43, 44, 45, 1472, 1473, 9000, 65_507}) {
        byte[] garbage = new byte[size];
        random.nextBytes(garbage);
        client.send(garbage);
        assertArrayEquals(garbage, client.receive());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("openings")
  void whatIsNotServedIsNotAnswered(Opening opening) throws IOException {
    try (var server = start(opening, EchoService.plain().withOnly(EchoWire.TEXT), "127.0.0.1");
        var client = new TestClient(server.addresses().getFirst())) {
      client.send("hello");
      client.sendStamp(1);
      client.send("");
      client.send("Ping 1 2.0");
      assertEquals("Ping 1 2.0", client.receiveText());
      assertEquals(3, server.counters().of(Outcome.STRANGE).sum());
    }
  }

  @ParameterizedTest
  @MethodSource("openings")
  void manyInABurstAreAllAnsweredEachToItsSender(Opening opening) throws IOException {
    try (var server = start(opening, EchoService.plain(), "127.0.0.1");
        var one = new TestClient(server.addresses().getFirst());
        var two = new TestClient(server.addresses().getFirst())) {
      for (int i = 0; i < 100; i++) {
        one.send("one " + i);
        two.send("two " + i);
      }
      for (int i = 0; i < 100; i++) {
        assertEquals("one " + i, one.receiveText());
        assertEquals("two " + i, two.receiveText());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("openings")
  void exactlyTheDatagramsAreLostThatTheSeedSays(Opening opening) throws IOException {
    var simulation = simulation(0.3, 0, 0, 0, Duration.ZERO);
    try (var server = start(opening, EchoService.plain().withSimulation(simulation), "127.0.0.1");
        var client = new TestClient(server.addresses().getFirst())) {
      for (int i = 0; i < 200; i++) client.send("number " + i);
      for (int i = 0; i < 200; i++) {
        if (!simulation.fate(i).lost()) assertEquals("number " + i, client.receiveText());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("openings")
  void duplicatesOvertakingAndDamageAreWhatTheSeedSays(Opening opening) throws IOException {
    var simulation = simulation(0, 0.2, 0, 0.2, Duration.ofMillis(1));
    try (var server = start(opening, EchoService.plain().withSimulation(simulation), "127.0.0.1");
        var client = new TestClient(server.addresses().getFirst())) {
      for (int i = 0; i < 50; i++) {
        String sent = "number " + i;
        client.send(sent);
        var fate = simulation.fate(i);
        for (int copies = fate.twice() ? 2 : 1; copies > 0; copies--) {
          String came = client.receiveText();
          assertEquals(fate.corrupted(), !came.equals(sent));
          assertEquals(sent.length(), came.length());
        }
      }
      assertTrue(server.counters().twice.sum() > 0 && server.counters().corrupted.sum() > 0);
    }
  }

  @ParameterizedTest
  @MethodSource("openings")
  void theNextAnswerOvertakesTheOneThatIsHeld(Opening opening) throws IOException {
    var simulation = simulation(0, 0, 0.5, 0, Duration.ZERO);
    try (var server = start(opening, EchoService.plain().withSimulation(simulation), "127.0.0.1");
        var client = new TestClient(server.addresses().getFirst())) {
      for (int i = 0; i < 40; i++) client.send("number " + i);
      int held = -1;
      for (int i = 0; i < 40; i++) {
        if (held < 0 && simulation.fate(i).overtaken()) {
          held = i;
        } else {
          assertEquals("number " + i, client.receiveText());
          if (held >= 0) assertEquals("number " + held, client.receiveText());
          held = -1;
        }
      }
      if (held >= 0) assertEquals("number " + held, client.receiveText());
      assertFalse(server.counters().overtaken.sum() == 0);
    }
  }

  private static Simulation simulation(
      double loss, double twice, double overtaken, double corrupted, Duration delay) {
    return new Simulation(
        new Share(loss),
        delay,
        Duration.ZERO,
        new Share(twice),
        new Share(overtaken),
        new Share(corrupted),
        11);
  }

  private static EchoServer start(Opening opening, EchoService service, String... literals)
      throws IOException {
    var addresses =
        Stream.of(literals).map(l -> new InetSocketAddress(InetAddress.ofLiteral(l), 0)).toList();
    return EchoServer.start(List.copyOf(addresses), false, service, opening.opener());
  }
}
