package dev.tinwire.udppinger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel's own socket for a pinger, against a server over the loopback. */
final class KernelSocketTest {
  private final ByteBuffer into = ByteBuffer.allocate(2048);
  private final Arrival arrival = new Arrival();

  @BeforeEach
  void onlyWhereTheKernelMayBeAsked() {
    assumeTrue(Native.obstacle().isEmpty(), () -> Native.obstacle().orElse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void theKernelSaysWhenAPacketLeftAndCameAndWithWhichTimeToLive(String host) throws IOException {
    try (var server = server(host);
        var socket = KernelPingSocket.open(SocketWish.to(server.addresses().getFirst()))) {
      // The first stamps of a machine may be missing: the kernel switches them on when it has time.
      int number = 0;
      do {
        socket.send(packet("number " + number));
        assertEquals("number " + number, receive(socket));
        assertEquals(64, arrival.ttl);
        number++;
      } while (number < 10_000 && (arrival.kernel == 0 || socket.departure(number - 1) == 0));
      long before = new WallClock().getAsLong();
      socket.send(packet("number " + number));
      assertEquals("number " + number, receive(socket));
      long after = new WallClock().getAsLong();
      long departure = socket.departure(number);
      long slack = 50_000_000; // two clocks, one of them set by somebody while we look
      assertTrue(before - slack <= departure, departure + " before " + before);
      assertTrue(departure <= arrival.kernel, departure + " after " + arrival.kernel);
      assertTrue(arrival.kernel <= after + slack, arrival.kernel + " after " + after);
    }
  }

  @Test
  void theWishesAreOptionsOfTheSocket() throws IOException {
    try (var server = server("127.0.0.1")) {
      var wish =
          new SocketWish(
              server.addresses().getFirst(),
              Optional.of(InetAddress.ofLiteral("127.0.0.2")),
              OptionalInt.of(9),
              OptionalInt.of(46),
              true,
              false);
      try (var socket = KernelPingSocket.open(wish)) {
        assertEquals(InetAddress.ofLiteral("127.0.0.2"), socket.local().getAddress());
        byte[] stamp = new byte[44];
        StampRequest.begin(StampLayout.PLAIN, ByteBuffer.wrap(stamp), 44, 1, (short) 0);
        StampRequest.stamp(StampLayout.PLAIN, ByteBuffer.wrap(stamp), 1);
        socket.send(ByteBuffer.wrap(stamp));
        socket.receive(into, arrival);
        assertEquals(9, StampLayout.PLAIN.ttl(into)); // as the server saw it
      }
    }
  }

  @Test
  void aRefusedPortIsSaidAndAfterAFailureTheNumbersStayRight() throws IOException {
    int port;
    try (var free =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      port = free.getLocalPort();
    }
    var peer = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    try (var socket = KernelPingSocket.open(SocketWish.to(peer))) {
      socket.send(packet("number 0"));
      assertThrows(PortUnreachableException.class, () -> socket.receive(into, arrival));
      socket.send(packet("number 1"));
      socket.send(packet("number 2"));
      for (String which : List.of("number 1", "number 2")) { // as the kernel returns them
        arrival.length = 0;
        into.clear();
        assertThrows(PortUnreachableException.class, () -> socket.receive(into, arrival));
        assertEquals(which, new String(into.array(), 0, arrival.length, US_ASCII));
      }
      var tooLong = ByteBuffer.allocate(65_530);
      assertThrows(SocketException.class, () -> socket.send(tooLong)); // number 3
      try (var server = start(peer)) {
        int number = 4;
        do { // as above: as a rule there is one
          socket.send(packet("number " + number));
          assertEquals("number " + number, receive(socket));
        } while (arrival.kernel == 0 && number++ < 10_000);
        long departure = socket.departure(number);
        assertTrue(departure > 0 && departure <= arrival.kernel, departure + " " + arrival.kernel);
        assertEquals(number - 3, server.counters().of(Outcome.ANSWERED).sum());
      }
    }
  }

  @Test
  void whoComesAfterTheCloseLeavesAlone() throws Exception {
    // The kernel gives the number of a closed socket to the next that is opened.
    Descriptor first = Descriptor.datagrams(Linux.AF_INET);
    first.close();
    for (int i = 0; i < 3; i++) {
      try (Descriptor second = Descriptor.datagrams(Linux.AF_INET)) {
        assertThrows(ClosedChannelException.class, first::enter);
        assertThrows(ClosedChannelException.class, first::local);
        first.close();
        assertEquals(0, second.local().getPort());
      }
    }
  }

  @Test
  void closingEndsAWaitingReceive() throws Exception {
    try (var server = server("127.0.0.1")) {
      var socket = KernelPingSocket.open(SocketWish.to(server.addresses().getFirst()));
      var waiting = new FutureTask<>(() -> receive(socket));
      var thread = Thread.ofPlatform().start(waiting);
      socket.close();
      thread.join(10_000);
      var failure = assertThrows(ExecutionException.class, waiting::get);
      assertInstanceOf(ClosedChannelException.class, failure.getCause());
      assertThrows(ClosedChannelException.class, () -> socket.send(packet("late")));
      socket.close();
    }
  }

  @Test
  void whatDoesNotFitIsCutAndItsLengthSaid() throws IOException {
    try (var server = server("127.0.0.1");
        var socket = KernelPingSocket.open(SocketWish.to(server.addresses().getFirst()))) {
      socket.send(packet("hello, world"));
      ByteBuffer small = ByteBuffer.allocate(5);
      socket.receive(small, arrival);
      assertEquals(12, arrival.length);
      assertEquals(5, small.position());
    }
  }

  private String receive(PingSocket socket) throws IOException {
    into.clear();
    socket.receive(into, arrival);
    return new String(into.array(), 0, arrival.length, US_ASCII);
  }

  private static ByteBuffer packet(String text) {
    return ByteBuffer.wrap(text.getBytes(US_ASCII));
  }

  private static EchoServer server(String host) throws IOException {
    return start(new InetSocketAddress(InetAddress.ofLiteral(host), 0));
  }

  private static EchoServer start(InetSocketAddress at) throws IOException {
    return EchoServer.start(List.of(at), false, EchoService.plain(), KernelEchoSocket::open);
  }
}
