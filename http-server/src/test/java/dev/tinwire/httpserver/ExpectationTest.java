package dev.tinwire.httpserver;

import dev.tinwire.http.Status;
import org.junit.jupiter.api.Test;

/** {@code Expect: 100-continue} (RFC 9110 §10.1.1). */
class ExpectationTest {
  private static final Handler REFUSES_UNREAD = _ -> Refusal.of(new Status(403), "not here");

  @Test
  void aHandlerThatReadsTheBodyInvitesIt() throws Exception {
    try (var server = new LocalServer(LocalServer.ECHO)) {
      server.talk(
          """
          C: PUT /a HTTP/1.1
          C: Host: h
          C: Content-Length: 3
          C: Expect: 100-Continue
          C:
          S: HTTP/1.1 100 Continue
          S:
          C+: abc
          S: HTTP/1.1 200 OK
          S*:
          S+: PUT /a abc\\n
          C: GET /next HTTP/1.1
          C: Host: h
          C:
          S*:
          S+: GET /next \\n
          """);
    }
  }

  @Test
  void aHandlerThatDoesNotReadTheBodyNeverInvitesItAndTheConnectionCloses() throws Exception {
    try (var server = new LocalServer(REFUSES_UNREAD)) {
      server.talk(
          """
          C: PUT /a HTTP/1.1
          C: Host: h
          C: Content-Length: 3
          C: Expect: 100-continue
          C:
          S: HTTP/1.1 403 Forbidden
          D
          S: Connection: close
          S*:
          S+: not here\\n
          S CLOSE
          """);
    }
  }

  @Test
  void whoDoesNotWaitIsNotInvited() throws Exception {
    try (var server = new LocalServer(LocalServer.ECHO)) {
      server.talk(
          """
          C+: PUT /a HTTP/1.1\\r\\nHost: h\\r\\nContent-Length: 3\\r\\nExpect: 100-continue\\r\\n\\r\\nabc
          S: HTTP/1.1 200 OK
          S*:
          S+: PUT /a abc\\n
          """);
    }
  }

  @Test
  void http10IsNeverInvitedAndItsExpectationIgnored() throws Exception {
    try (var server = new LocalServer(LocalServer.ECHO)) {
      server.talk(
          """
          C: PUT /a HTTP/1.0
          C: Content-Length: 3
          C: Expect: 100-continue
          C:
          C+: abc
          S: HTTP/1.1 200 OK
          S*:
          S+: PUT /a abc\\n
          S CLOSE
          """);
    }
  }

  @Test
  void aRequestWithoutContentNeedsNoInvitation() throws Exception {
    try (var server = new LocalServer(LocalServer.ECHO)) {
      server.talk(
          """
          C: GET /a HTTP/1.1
          C: Host: h
          C: Expect: 100-continue
          C:
          S: HTTP/1.1 200 OK
          S*:
          S+: GET /a \\n
          """);
    }
  }
}
