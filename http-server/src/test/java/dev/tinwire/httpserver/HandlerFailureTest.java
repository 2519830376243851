package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.tinwire.http.Status;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A handler that fails costs one answer, and tells the client nothing of its insides. */
class HandlerFailureTest {
  private static final String FAILS =
      """
      C: GET / HTTP/1.1
      C: Host: h
      C:
      S: HTTP/1.1 500 Internal Server Error
      D
      S: Content-Length: 26
      S*:
      S+: something went wrong here\\n
      C: GET / HTTP/1.1
      C: Host: h
      C:
      S: HTTP/1.1 500 Internal Server Error
      S*:
      S+: something went wrong here\\n
      """;

  @Test
  void anIoExceptionIsA500AndTheConnectionGoesOn() throws Exception {
    Handler failing =
        _ -> {
          throw new IOException("/secret/path");
        };
    try (var server = new LocalServer(failing)) {
      server.talk(FAILS);
      assertEquals("/secret/path", server.failure().getMessage());
    }
  }

  @Test
  void soIsABugOfOurs() throws Exception {
    Handler failing =
        _ -> {
          throw new IllegalStateException("bug");
        };
    try (var server = new LocalServer(failing)) {
      server.talk(FAILS);
      assertInstanceOf(IllegalStateException.class, server.failure());
    }
  }

  @Test
  void anInterimAnswerIsNoAnswer() throws Exception {
    try (var server = new LocalServer(_ -> Answer.of(Status.CONTINUE, new Content.None()))) {
      server.talk(FAILS);
    }
  }
}
