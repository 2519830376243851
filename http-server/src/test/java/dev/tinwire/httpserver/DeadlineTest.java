package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Status;
import java.io.IOException;
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
