package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Status;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Who is slow is given up, and delays nobody (conformance bars: slow head, slow body, slow read).
 */
class DeadlineTest {
  private static final Duration SHORT = Duration.ofMillis(200);

  /** More than the buffers of a loopback connection hold. */
  private static final byte[] BIG = new byte[64 << 20];

  private static LocalServer with(UnaryOperator<ServerLimits> limits) throws IOException {
    return LocalServer.within(limits, LocalServer.ECHO);
  }

  @Test
  void rfc9110Section15Point5Point9AHeadThatDoesNotEndInTimeIs408() throws Exception {
    try (var server = with(limits -> limits.withHead(SHORT))) {
      String said = server.said("GET / HTTP/1.1\r\nHost: h\r\n");
      assertTrue(said.startsWith("HTTP/1.1 408 Request Timeout\r\n"), said);
      assertTrue(said.contains("\r\nConnection: close\r\n"), said);
    }
  }

  @Test
  void aHeadThatDripsGainsNothingByIt() throws Exception {
    try (var server = with(limits -> limits.withHead(SHORT));
        var socket = server.connect()) {
      Thread.ofVirtual().start(() -> drip(socket));
      String said = LocalServer.rest(socket);
      assertTrue(said.startsWith("HTTP/1.1 408 "), said);
    }
  }

  /** Bytes without end, each of which comes at once after the other was sent. */
  private static void drip(Socket socket) {
    try {
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
      while (true) {
        socket.getOutputStream().write('a');
        Thread.onSpinWait();
        if (socket.isClosed()) return;
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
      }
    } catch (IOException _) {
      // The server has had enough.
    }
  }

  @Test
  void anIdleConnectionIsClosedWithoutAWord() throws Exception {
    try (var server = with(limits -> limits.withIdle(SHORT))) {
      server.talk(
          """
          C: GET /a HTTP/1.1
          C: Host: h
          C:
          S*:
          S+: GET /a \\n
          S CLOSE
          """);
    }
  }

  @Test
  void aConnectionThatNeverSaysAnythingIsClosedWithoutAWord() throws Exception {
    try (var server = with(limits -> limits.withHead(SHORT).withIdle(SHORT))) {
      assertEquals("", server.said(""));
    }
  }

  @Test
  void aBodyThatDoesNotComeEndsTheConnection() throws Exception {
    try (var server = with(limits -> limits.withPace(new Pace(SHORT, 1000)))) {
      server.talk(
          """
          C: POST / HTTP/1.1
          C: Host: h
          C: Content-Length: 10
          C:
          C+: abc
          S CUT
          """);
      assertFalse(server.failed());
    }
  }

  @Test
  void aReaderThatStopsIsDropped() throws Exception {
    try (var server =
            LocalServer.within(
                limits -> limits.withPace(new Pace(SHORT, 1000)),
                _ -> Answer.of(Status.OK, Content.of(BIG)));
        var socket = server.connect()) {
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      Served served = server.served();
      assertFalse(served.whole());
      assertTrue(served.bytes() < BIG.length);
      assertFalse(server.failed());
      assertThrows(IOException.class, () -> socket.getInputStream().readAllBytes());
    }
  }

  @Test
  void aReaderThatMovesLivesLongerThanAnyStall() throws Exception {
    Duration stall = Duration.ofMillis(400);
    try (var server =
            LocalServer.within(
                limits -> limits.withPace(new Pace(stall, 1000)),
                _ -> Answer.of(Status.OK, Content.of(BIG)));
        var socket = server.connect()) {
      socket.setReceiveBufferSize(64 * 1024);
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      long start = System.nanoTime();
      long got = 0;
      InputStream in = socket.getInputStream();
      for (int n = 0; n >= 0; n = in.read(new byte[1 << 20])) {
        got += n;
        // Slower than the server by far, and for longer than it would wait for one that stands.
        java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
      }
      assertTrue(got > BIG.length);
      assertTrue(System.nanoTime() - start > stall.toNanos());
      assertTrue(server.served().whole());
    }
  }

  @Test
  void manySlowClientsDelayNobody() throws Exception {
    try (var server = with(limits -> limits)) {
      var slow = new Socket[60];
      for (int i = 0; i < slow.length; i++) {
        slow[i] = server.connect();
        slow[i].getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
      }
      server.talk(
          """
          C: GET /a HTTP/1.1
          C: Host: h
          C:
          S*:
          S+: GET /a \\n
          """);
      for (Socket each : slow) each.close();
    }
  }
}
