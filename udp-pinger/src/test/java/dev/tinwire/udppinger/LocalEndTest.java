package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is bound to no address: each answer comes from where its question went. */
final class LocalEndTest {
  /** On Linux every address that begins with 127 is this computer. */
  private static final List<String> OURS = List.of("127.0.0.2", "127.0.0.3", "127.9.9.9");

  private static final Simulation LATE =
      new Simulation(
          Share.NONE, Duration.ofMillis(2), Duration.ZERO, Share.NONE, Share.NONE, Share.NONE, 1);

  @BeforeEach
  void onlyWhereTheKernelMayBeAsked() {
    assumeTrue(Native.obstacle().isEmpty(), () -> Native.obstacle().orElse(""));
  }

  private static int port(EchoServer server) {
    return server.addresses().getFirst().getPort();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void whoAsksOneOfManyAddressesIsAnsweredByThatOne(String any) throws IOException {
    try (var server = start(any, EchoService.plain());
        var client = client()) {
      for (String address : OURS) {
        send(client, address, port(server), "to " + address);
        assertEquals("to " + address, receive(client, address, port(server)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void answersOfTheSameLengthInABurstDoNotTakeEachOthersAddress(String any) throws IOException {
    try (var server = start(any, EchoService.plain());
        var client = client()) {
      for (int i = 100; i < 200; i++) send(client, of(i), port(server), "number " + i);
      for (int i = 100; i < 200; i++) {
        assertEquals("number " + i, receive(client, of(i), port(server)));
      }
    }
  }

  /** Three in a row to the same address, which leave as one message, then one to another. */
  private static String of(int number) {
    return OURS.get(number % 4 == 3 ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void theyLeaveFromThereLaterToo(String any) throws IOException {
    try (var server = start(any, EchoService.plain().withSimulation(LATE));
        var client = client()) {
      for (String address : OURS) {
        send(client, address, port(server), "late");
        assertEquals("late", receive(client, address, port(server)));
      }
    }
  }

  @Test
  void overIpv6TheAnswerComesToo() throws IOException {
    try (var server = start("::", EchoService.plain());
        var client = new TestClient(at("::1", port(server)))) {
      client.send("six");
      assertEquals("six", client.receiveText());
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    // as it came: interface, address of ours, address in the packet
    "4, 02000000 7f000002 c0a801ff, 1c00000000000000 00000000 08000000 00000000 7f000002 00000000",
    "4, 02000000 00000000 c0a801ff, ''",
    // address, interface
    "6, 20010db8000000000000000000000001 03000000,"
        + " 2400000000000000 29000000 32000000 20010db8000000000000000000000001 00000000",
    "6, fe800000000000000000000000000001 03000000,"
        + " 2400000000000000 29000000 32000000 fe800000000000000000000000000001 03000000",
    "6, ff020000000000000000000000000001 03000000, ''"
  })
  void whatCameIsSaidAgainWithoutTheInterfaceButForLinkLocalOnes(
      int version, String came, String leaves) {
    try (var arena = Arena.ofConfined()) {
      MemorySegment from = arena.allocate(LocalEnd.ROOM, Long.BYTES);
      byte[] octets = HexFormat.of().parseHex(came.replace(" ", ""));
      MemorySegment.copy(octets, 0, from, ValueLayout.JAVA_BYTE, 0, octets.length);
      var local =
          version == 4 ? LocalEnd.four(from, 0, LocalEnd.ANY) : LocalEnd.six(from, 0, LocalEnd.ANY);
      MemorySegment into = arena.allocate(LocalEnd.ROOM, Long.BYTES);
      int length = local.write(into, LocalEnd.ROOM);
      byte[] said = into.asSlice(LocalEnd.ROOM - length).toArray(ValueLayout.JAVA_BYTE);
      String hex = HexFormat.of().formatHex(said);
      String expected = leaves.replace(" ", "");
      assertEquals((length + 7) & -8, length);
      assertEquals(expected + "0".repeat(hex.length() - expected.length()), hex);
    }
  }

  private static EchoServer start(String any, EchoService service) throws IOException {
    return EchoServer.start(List.of(at(any, 0)), false, service, KernelEchoSocket::open);
  }

  private static InetSocketAddress at(String literal, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(literal), port);
  }

  private static DatagramSocket client() throws IOException {
    var socket = new DatagramSocket(at("127.0.0.1", 0));
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void send(DatagramSocket client, String to, int port, String text)
      throws IOException {
    byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
    client.send(new DatagramPacket(octets, octets.length, at(to, port)));
  }

  /** The next answer, which has to come from there. */
  private static String receive(DatagramSocket client, String from, int port) throws IOException {
    var packet = new DatagramPacket(new byte[100], 100);
    client.receive(packet);
    assertEquals(at(from, port), packet.getSocketAddress());
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
  }
}
