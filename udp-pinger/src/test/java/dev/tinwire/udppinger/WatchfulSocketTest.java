package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class WatchfulSocketTest {
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final ByteBuffer into = ByteBuffer.allocateDirect(1 << 16);
  private final Arrival arrival = new Arrival();

  private static PingSocket open(InetSocketAddress peer) throws IOException {
    PingSocket socket = ChannelSocket.open(SocketWish.to(peer).withWatchful(true));
    assertInstanceOf(WatchfulSocket.class, socket);
    return socket;
  }

  private static EchoServer server() throws IOException {
    return EchoServer.start(List.of(ANY), false, EchoService.plain(), ChannelEchoSocket::open);
  }

  private int receive(PingSocket socket) throws IOException {
    socket.receive(into.clear(), arrival);
    return arrival.length;
  }

  @Test
  void aReplyOfAnyLengthComes() throws IOException {
    try (var server = server();
        var socket = open(server.addresses().getFirst())) {
      for (int length : new int[] {64, 1, 1400}) {
        socket.send(ByteBuffer.allocate(length));
        assertEquals(length, receive(socket));
      }
    }
  }

  @Test
  void whatAnotherPortSendsIsNotReceived() throws IOException {
    try (var server = server();
        var socket = open(server.addresses().getFirst());
        var stranger = DatagramChannel.open().bind(ANY)) {
      stranger.send(ByteBuffer.allocate(9), socket.local());
      socket.send(ByteBuffer.allocate(64));
      assertEquals(64, receive(socket));
    }
  }

  @Test
  void itWaitsNoLongerThanItIsTold() throws IOException {
    try (var server = server();
        var socket = open(server.addresses().getFirst())) {
      for (long wait : new long[] {0, 100_000, 5_000_000}) {
        assertFalse(socket.receive(into.clear(), arrival, System.nanoTime() + wait));
      }
    }
  }

  @Test
  void aRehearsalComesBackAndTheTargetSeesNothingOfIt() throws IOException {
    try (var rehearsal = Rehearsal.open()) {
      for (int i = 0; i < 100; i++) assertTrue(rehearsal.run());
    }
    try (var peer = DatagramChannel.open().bind(ANY);
        var socket = open((InetSocketAddress) peer.getLocalAddress())) {
      socket.rehearse();
      peer.configureBlocking(false);
      assertNull(peer.receive(into.clear()));
    }
  }

  @ParameterizedTest(name = "{0} ns")
  @CsvSource(
      textBlock =
          """
          1,             1
          1000000,       1
          1999999,       1
          10000000,      9
          999800000,     997
          3600000000000, 3592800
          """)
  void itSleepsALittleLessThanItMay(long nanos, long millis) {
    assertEquals(millis, WatchfulSocket.sleep(nanos));
  }

  @Test
  void aRefusedPortIsSaid() throws IOException {
    InetSocketAddress nobody;
    try (var closed = DatagramChannel.open().bind(ANY)) {
      nobody = (InetSocketAddress) closed.getLocalAddress();
    }
    try (var socket = open(nobody)) {
      socket.send(ByteBuffer.allocate(64));
      assertThrows(PortUnreachableException.class, () -> receive(socket));
    }
  }

  @Test
  void closingEndsAWaitingReceive() throws Exception {
    try (var server = server()) {
      for (int i = 0; i < 20; i++) {
        var socket = open(server.addresses().getFirst());
        var waiting = new FutureTask<>(() -> receive(socket));
        var thread = Thread.ofPlatform().start(waiting);
        socket.close();
        thread.join();
        var failure = assertThrows(ExecutionException.class, waiting::get);
        assertInstanceOf(ClosedChannelException.class, failure.getCause());
      }
    }
  }
}
