package dev.tinwire.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatagramRelayTest {
  private static final long SEED = 42;

  private static DatagramSocket socket(InetAddress address) throws IOException {
    var socket = new DatagramSocket(new InetSocketAddress(address, 0));
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static InetSocketAddress at(DatagramSocket socket) {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  private static void send(DatagramSocket from, int number, InetSocketAddress to)
      throws IOException {
    from.send(new DatagramPacket(new byte[] {(byte) number}, 1, to));
  }

  private static DatagramPacket receive(DatagramSocket socket) throws IOException {
    var packet = new DatagramPacket(new byte[16], 16);
    socket.receive(packet);
    return packet;
  }

  private static int number(DatagramPacket packet) {
    assertEquals(1, packet.getLength());
    return packet.getData()[0];
  }

  /** What arrives of packets 0 to {@code count - 1}, in the order in which it arrives. */
  private static List<Integer> arriving(Impairment impairment, int count, int expected)
      throws IOException {
    try (var server = socket(Loopback.V4);
        var client = socket(Loopback.V4);
        var relay = new DatagramRelay(at(server), impairment, Impairment.none(), SEED)) {
      for (int i = 0; i < count; i++) send(client, i, relay.address());
      var got = new ArrayList<Integer>();
      while (got.size() < expected) got.add(number(receive(server)));
      server.setSoTimeout(20);
      assertThrows(SocketTimeoutException.class, () -> receive(server));
      assertEquals(count, relay.toServer().came());
      assertEquals(expected, relay.toServer().passedOn());
      return got;
    }
  }

  @Test
  void answersComeBackToTheClientThatAsked() throws IOException {
    for (InetAddress address : List.of(Loopback.V4, Loopback.V6)) {
      try (var server = socket(address);
          var one = socket(address);
          var two = socket(address);
          var relay = new DatagramRelay(at(server), Impairment.none(), Impairment.none(), SEED)) {
        send(one, 1, relay.address());
        send(two, 2, relay.address());
        for (int i = 0; i < 2; i++) {
          DatagramPacket asked = receive(server);
          send(server, number(asked) + 10, (InetSocketAddress) asked.getSocketAddress());
        }
        DatagramPacket answer = receive(one);
        assertEquals(11, number(answer));
        assertEquals(relay.address(), answer.getSocketAddress());
        assertEquals(12, number(receive(two)));
        assertEquals(2, relay.toClient().passedOn());
      }
    }
  }

  @Test
  void exactlyThePredictedPacketsAreLost() throws IOException {
    var lossy = Impairment.none().withLoss(0.3);
    List<Integer> survivors =
        IntStream.range(0, 50).filter(n -> !lossy.fate(SEED, n).lost()).boxed().toList();
    assertTrue(survivors.size() > 20 && survivors.size() < 50, survivors::toString);
    assertEquals(survivors, arriving(lossy, 50, survivors.size()));
  }

  @Test
  void everyPacketComesTwice() throws IOException {
    assertEquals(List.of(0, 0, 1, 1), arriving(Impairment.none().withDuplication(1), 2, 4));
  }

  @Test
  void theNextPacketOvertakes() throws IOException {
    var bad = Impairment.none().withReordering(0.5);
    var expected = new ArrayList<Integer>();
    var waiting = new ArrayList<Integer>();
    for (int n = 0; n < 20; n++) {
      if (bad.fate(SEED, n).overtaken()) {
        waiting.add(n);
      } else {
        expected.add(n);
        expected.addAll(waiting);
        waiting.clear();
      }
    }
    expected.addAll(waiting); // those nobody overtook come after a while
    assertEquals(expected, arriving(bad, 20, 20));
  }

  @Test
  void aPacketThatNothingOvertakesComesAllTheSame() throws IOException {
    assertEquals(List.of(0), arriving(Impairment.none().withReordering(1), 1, 1));
  }

  @Test
  void aBitIsFlipped() throws IOException {
    int came = arriving(Impairment.none().withCorruption(1), 1, 1).getFirst();
    assertEquals(1, Integer.bitCount(came & 0xff));
  }

  @Test
  void aPacketComesNoSoonerThanItsDelay() throws IOException {
    var slow = Impairment.none().withDelay(Duration.ofMillis(30), Duration.ZERO);
    long start = System.nanoTime();
    assertEquals(List.of(0, 1, 2), arriving(slow, 3, 3));
    assertTrue(System.nanoTime() - start >= Duration.ofMillis(30).toNanos());
  }
}
