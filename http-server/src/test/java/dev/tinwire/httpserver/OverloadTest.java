package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OverloadTest {
  private static final String ONE =
      """
      C: GET /a HTTP/1.1
      C: Host: h
      C: Connection: close
      C:
      S: HTTP/1.1 200 OK
      S*:
      S+: GET /a \\n
      S CLOSE
      """;

  @Test
  void rfc9110Section15Point6Point4WhoComesBeyondTheLimitIsToldToComeLater() throws Exception {
    try (var server = LocalServer.within(limits -> limits.withConnections(1), LocalServer.ECHO)) {
      try (var first = server.connect()) {
        first.getOutputStream().write('G'); // it has the only place from now on
        for (int i = 0; i < 300; i++) {
          String said = server.said("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
          assertTrue(said.startsWith("HTTP/1.1 503 Service Unavailable\r\nDate: "), said);
          assertTrue(said.contains("\r\nRetry-After: 5\r\n"), said);
          assertTrue(said.contains("\r\nConnection: close\r\n"), said);
          assertTrue(said.contains("\r\nContent-Type: text/html;charset=utf-8\r\n"), said);
          assertTrue(said.endsWith("\n<p>too many connections are open\n"), said);
        }
        assertEquals(300, server.server().counters().refused());
      }
    }
  }

  @Test
  void aPlaceThatIsLeftIsTakenByTheNext() throws Exception {
    try (var server = LocalServer.within(limits -> limits.withConnections(1), LocalServer.ECHO)) {
      server.talk(ONE);
      // The place is free when the session is over, which is just after its client knows.
      while (server.said("GET / HTTP/1.0\r\n\r\n").startsWith("HTTP/1.1 503 ")) Thread.onSpinWait();
    }
  }
}
