package dev.tinwire.udppinger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything at once that a server on an open network must survive: garbage of every kind, many
 * senders, bursts. Afterwards it answers as before, and it has sent no more octets than it was
 * sent.
 */
final class AbuseTest {
  private static final int LARGEST = 65_507;
  private static final int SENDERS = 200;
  private static final int BURST = 200; // what the client has not read yet fits into its queue

  static Stream<Opening> openings() {
    return Opening.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("openings")
  void theServerSurvivesThemAll(Opening opening) throws IOException {
    var at = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    var limits = EchoLimits.DEFAULT.withSessions(64);
    var service = EchoService.plain().withLimits(limits);
    try (var server = EchoServer.start(List.of(at), false, service, opening.opener());
        var client = new TestClient(server.addresses().getFirst())) {
      for (byte[] garbage : garbage()) {
        client.send(garbage);
        answers(client, garbage);
      }
      manySenders(server);
      for (int i = 0; i < BURST; i++) client.send("burst " + i);
      drain(client);
      client.send("Ping 1 still there?");
      assertEquals("Ping 1 still there?", client.receiveText());
    }
  }

  /** The 17 kinds; each is answered with as many octets as it has, or not at all. */
  private static List<byte[]> garbage() {
    byte[] random = new byte[1400];
    new Random(7).nextBytes(random);
    byte[] stampReply = new byte[44];
    Arrays.fill(stampReply, (byte) 0xEE);
    return List.of(
        new byte[0],
        new byte[1],
        new byte[3],
        new byte[13],
        new byte[14],
        new byte[43],
        new byte[44],
        new byte[45],
        new byte[111],
        new byte[112],
        filled(44, 0xFF),
        filled(112, 0xFF),
        filled(LARGEST, 'x'),
        random,
        stampReply,
        "Ping 99999999999999999999999999 0".getBytes(ISO_8859_1),
        "GET / HTTP/1.1\r\n\r\n\u0000\u001b[2J".getBytes(ISO_8859_1));
  }

  private static byte[] filled(int length, int octet) {
    byte[] octets = new byte[length];
    Arrays.fill(octets, (byte) octet);
    return octets;
  }

  /** The text behind it is always answered, and comes last. */
  private static void answers(TestClient client, byte[] garbage) throws IOException {
    String mark = "Ping 1 behind " + garbage.length + " octets " + Arrays.hashCode(garbage);
    client.send(mark);
    byte[] first = client.receive();
    if (mark.equals(new String(first, ISO_8859_1))) return;
    assertEquals(garbage.length, first.length, "an answer is as long as what it answers");
    assertEquals(mark, client.receiveText());
  }

  private static void manySenders(EchoServer server) throws IOException {
    var senders = new ArrayList<TestClient>(); // all there at once, or a port would come twice
    try {
      for (int i = 0; i < SENDERS; i++) {
        var sender = new TestClient(server.addresses().getFirst());
        senders.add(sender);
        byte[] text = ByteBuffer.allocate(20).putInt(16, i).array();
        sender.send(text);
        assertArrayEquals(text, sender.receive());
      }
    } finally {
      senders.forEach(TestClient::close);
    }
    assertTrue(server.counters().sessions.sum() >= SENDERS);
  }

  /**
   * Of a burst some may be lost on the way to the server; none comes twice, and the last is known.
   */
  private static void drain(TestClient client) throws IOException {
    client.send("Ping 0 end of the burst");
    for (int came = 0; came <= BURST; came++) {
      String answer = client.receiveText();
      if (answer.equals("Ping 0 end of the burst")) return;
      assertTrue(answer.startsWith("burst "), answer);
    }
    throw new AssertionError("more answers than datagrams");
  }
}
