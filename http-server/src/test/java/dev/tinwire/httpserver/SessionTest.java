package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Status;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client sees of connections and of the frame of messages (RFC 9112). */
class SessionTest {
  private LocalServer server;

  @BeforeEach
  void start() throws IOException {
    server = new LocalServer(LocalServer.ECHO);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void rfc9112Section9Point3AConnectionCarriesOneRequestAfterAnother() throws Exception {
    server.talk(
        """
        C: GET /a HTTP/1.1
        C: Host: h
        C:
        S: HTTP/1.1 200 OK
        D
        S: Content-Length: 8
        S:
        S+: GET /a \\n
        C: GET /b HTTP/1.1
        C: Host: h
        C: Connection: close
        C:
        S: HTTP/1.1 200 OK
        D
        S: Connection: close
        S: Content-Length: 8
        S:
        S+: GET /b \\n
        S CLOSE
        """);
  }

  @Test
  void rfc9112Section9Point3Point2PipelinedRequestsAreAnsweredInOrder() throws Exception {
    server.talk(
        """
        C+: GET /1 HTTP/1.1\\r\\nHost: h\\r\\n\\r\\nPOST /2 HTTP/1.1\\r\\nHost: h\\r\\n
        C+: Content-Length: 2\\r\\n\\r\\nxyGET /3 HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n
        S*:
        S+: GET /1 \\n
        S*:
        S+: POST /2 xy\\n
        S*:
        S+: GET /3 \\n
        """);
  }

  @Test
  void rfc9112Section9Point3Http10IsClosedUnlessItAsksOtherwise() throws Exception {
    server.talk(
        """
        C: GET /kept HTTP/1.0
        C: Connection: keep-alive
        C:
        S: HTTP/1.1 200 OK
        D
        S: Connection: keep-alive
        S: Content-Length: 11
        S:
        S+: GET /kept \\n
        C: GET /last HTTP/1.0
        C:
        S: HTTP/1.1 200 OK
        D
        S: Connection: close
        S: Content-Length: 11
        S:
        S+: GET /last \\n
        S CLOSE
        """);
  }

  @Test
  void rfc9112Section7ABodyInChunksIsReadToItsEndAndNoFurther() throws Exception {
    server.talk(
        """
        C: POST /c HTTP/1.1
        C: Host: h
        C: Transfer-Encoding: chunked
        C:
        C: 3
        C: abc
        C: 2;x=y
        C: de
        C: 0
        C: Trailer: dropped
        C:
        S*:
        S+: POST /c abcde\\n
        C: GET /next HTTP/1.1
        C: Host: h
        C:
        S*:
        S+: GET /next \\n
        """);
  }

  @Test
  void badChunksAreRefusedAndTheConnectionCloses() throws Exception {
    String said =
        server.said(
            "POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5 5\r\nabcde\r\n");
    assertTrue(said.startsWith("HTTP/1.1 400 Bad Request\r\n"), said);
    assertTrue(said.contains("\r\nConnection: close\r\n"), said);
  }

  @Test
  void rfc9112Section2Point2AnEmptyLineBeforeARequestIsSkipped() throws Exception {
    server.talk(
        """
        C:
        C: GET /a HTTP/1.1
        C: Host: h
        C:
        S*:
        S+: GET /a \\n
        """);
  }

  @Test
  void rfc9112Section8ACutBodyIsNotAnsweredAndNoFailureOfOurs() throws Exception {
    server.talk(
        """
        C: POST /c HTTP/1.1
        C: Host: h
        C: Content-Length: 10
        C:
        C+: abc
        C CLOSE
        S CUT
        """);
    assertEquals(0, server.server().counters().requests(5));
    assertFalse(server.failed());
  }

  @Test
  void rfc9112Section3Point2Point2AbsoluteFormIsServedWhateverHostSays() throws Exception {
    server.talk(
        """
        C: GET http://other/a?b HTTP/1.1
        C: Host: h
        C:
        S*:
        S+: GET http://other/a?b \\n
        """);
  }

  @Test
  void rfc9112Section9Point6WhatComesBehindAFaultIsNotAnswered() throws Exception {
    String said =
        server.said(
            "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\nGET /x HTTP/1.1\r\nHost: h\r\n\r\n");
    assertEquals(0, said.indexOf("HTTP/1.1 400 "), said);
    assertEquals(0, said.lastIndexOf("HTTP/1.1 "), said);
  }

  @Test
  void whatIsServedIsCounted() throws Exception {
    server.talk(
        """
        C: GET /a HTTP/1.1
        C: Host: h
        C:
        S*:
        S+: GET /a \\n
        """);
    Served served = server.served();
    assertEquals(Status.OK, served.status());
    assertEquals(8, served.bytes());
    assertEquals("/a", served.head().orElseThrow().line().target().toString());
    assertEquals(1, server.server().counters().requests(2));
    assertEquals(8, server.server().counters().bytes());
  }
}
