package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Status;
import org.junit.jupiter.api.Test;

/** What becomes of a body that a handler did not want (RFC 9112 §9.3, §9.6). */
class UnreadBodyTest {
  private static final Handler UNREAD =
      request -> Refusal.of(new Status(404), "no " + request.target());
  private static final Handler AT_MOST_FOUR =
      request -> {
        byte[] body = LimitedBody.of(request, 4).readAllBytes();
        return Answer.of(Status.OK, Content.of(body));
      };

  @Test
  void aShortOneIsDroppedAndTheConnectionKept() throws Exception {
    try (var server = new LocalServer(UNREAD)) {
      server.talk(
          """
          C: POST /a HTTP/1.1
          C: Host: h
          C: Content-Length: 5
          C:
          C+: GET /
          S: HTTP/1.1 404 Not Found
          S*:
          S+: no /a\\n
          C: GET /b HTTP/1.1
          C: Host: h
          C:
          S: HTTP/1.1 404 Not Found
          S*:
          S+: no /b\\n
          """);
    }
  }

  @Test
  void aLongOneClosesTheConnectionAndTheAnswerStillArrives() throws Exception {
    try (var server = new LocalServer(UNREAD)) {
      String head = "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n";
      String said = server.said(head + "x".repeat(3_000_000));
      assertTrue(said.startsWith("HTTP/1.1 404 "), said);
      assertTrue(said.contains("\r\nConnection: close\r\n"), said);
      assertTrue(said.endsWith("no /a\n"), said);
    }
  }

  @Test
  void oneInChunksThatIsTooLongClosesTheConnectionBehindTheAnswer() throws Exception {
    try (var server = new LocalServer(UNREAD)) {
      String head = "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
      String said = server.said(head + ("1000\r\n" + "x".repeat(4096) + "\r\n").repeat(100));
      assertTrue(said.endsWith("no /a\n"), said);
    }
  }

  @Test
  void rfc9110Section15Point5Point14WhatIsTooLongForAHandlerIs413() throws Exception {
    try (var server = new LocalServer(AT_MOST_FOUR)) {
      String declared = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\n";
      String chunked = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n";
      for (String head : new String[] {declared, chunked}) {
        String said = server.said(head + "abcde\r\n0\r\n\r\n");
        assertTrue(said.startsWith("HTTP/1.1 413 Content Too Large\r\n"), said);
        assertTrue(said.contains("\r\nConnection: close\r\n"), said);
      }
      assertFalse(server.failed());
      assertEquals(0, server.server().counters().requests(5));
    }
  }

  @Test
  void whatIsJustShortEnoughIsTaken() throws Exception {
    try (var server = new LocalServer(AT_MOST_FOUR)) {
      server.talk(
          """
          C: POST / HTTP/1.1
          C: Host: h
          C: Transfer-Encoding: chunked
          C:
          C: 4
          C: abcd
          C: 0
          C:
          S: HTTP/1.1 200 OK
          D
          S: Content-Length: 4
          S:
          S+: abcd
          """);
    }
  }
}
