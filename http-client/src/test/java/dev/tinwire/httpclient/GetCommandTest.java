package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Transcript;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Each option of the command: arguments, exit status, stdout, stderr. */
final class GetCommandTest {
  private static final Command GET = Lines.piped("get");

  private static final Command AT_TERMINAL = Lines.atTerminal("get");

  private static Invocation get(String... args) {
    return Lines.of(args);
  }

  private static Transcript server(String script) throws IOException {
    return new Transcript(script);
  }

  private static final String HELLO =
      """
      C: GET /a?b HTTP/1.1
      C*:
      S: HTTP/1.1 200 OK
      S: Content-Type: text/plain
      S: Content-Length: 6
      S:
      S+: hello\\n
      """;

  @Test
  void offATerminalTheBodyComesRaw() throws Exception {
    try (var server = server(HELLO)) {
      get(server.endpoint() + "/a?b#c").on(GET).expect(0, "hello\n", "");
    }
  }

  @Test
  void theRequestIsWhatABrowserWouldSay() throws Exception {
    String script =
        """
        C: GET /a%20b/%25 HTTP/1.1
        C~: Host: 127.0.0.1:[0-9]+
        C~: User-Agent: tinwire/.*
        C: Accept: */*
        C*:
        S: HTTP/1.1 204 No Content
        S:
        """;
    try (var server = server(script)) {
      get("http://" + server.endpoint() + "/x/../a b/%").on(GET).expect(0, "", "");
    }
  }

  @Test
  void atATerminalHeadAndBodyAreMadeReadable() throws Exception {
    String script =
        """
        C*:
        S: HTTP/1.1 200 OK
        S: Content-Type: application/json
        S: Content-Length: 11
        S:
        S+: {"a":[1,2]}
        """;
    try (var server = server(script)) {
      get("--color", "never", server.endpoint())
          .on(AT_TERMINAL)
          .expect(
              0,
              """
              HTTP/1.1 200 OK
              Content-Type: application/json
              Content-Length: 11

              {
                "a": [
                  1,
                  2
                ]
              }
              """,
              "");
    }
  }

  @Test
  void nothingFromTheWireReachesATerminalRaw() throws Exception {
    String script =
        """
        C*:
        S: HTTP/1.1 200 OK
        S: X-Name: a\u009bb
        S: Content-Length: 14
        S:
        S+: \\x1b]0;title\\x07hi\\r\\x9b
        """;
    try (var server = server(script)) {
      var outcome = get("--color", "never", server.endpoint()).on(AT_TERMINAL);
      assertTrue(outcome.stdout().contains("\\x1b]0;title\\x07hi\\r"), outcome::toString);
      boolean raw = outcome.stdout().chars().anyMatch(c -> c != '\n' && Character.isISOControl(c));
      assertFalse(raw, outcome::toString);
    }
  }

  @Test
  void aPictureIsNotPouredOnATerminal() throws Exception {
    String script =
        """
        C*:
        S: HTTP/1.1 200 OK
        S: Content-Type: image/png
        S: Content-Length: 4
        S:
        S+: \\x89PN\\0
        """;
    try (var server = server(script)) {
      var outcome = get("--color", "never", server.endpoint()).on(AT_TERMINAL);
      assertEquals(
          "binary (image/png, 4 B), not shown; -O or -o FILE saves it, a pipe takes it raw",
          outcome.lines().getLast());
    }
  }

  @Test
  void includeShowsTheHeadBeforeARawBody() throws Exception {
    try (var server = server(HELLO)) {
      get("-i", server.endpoint() + "/a?b")
          .on(GET)
          .expect(
              0,
              "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nhello\n",
              "");
    }
  }

  @Test
  void headAsksForTheHeadOnly() throws Exception {
    String script =
        """
        C: HEAD / HTTP/1.1
        C*:
        S: HTTP/1.1 200 OK
        S: Content-Length: 600
        S:
        """;
    try (var server = server(script)) {
      get("-I", server.endpoint())
          .on(GET)
          .expect(0, "HTTP/1.1 200 OK\r\nContent-Length: 600\r\n\r\n", "");
    }
  }

  @Test
  void fieldsAreAddedReplacedAndTakenOut() throws Exception {
    String script =
        """
        C: GET / HTTP/1.1
        C: Host: other.example
        C: Accept-Encoding: gzip, deflate, br
        C: X-A: 1
        C: X-A: 2
        C: User-Agent: me
        C:
        S: HTTP/1.1 204 No Content
        S:
        """;
    try (var server = server(script)) {
      get(
              "-H",
              "X-A: 1",
              "-H",
              "X-A: 2",
              "-H",
              "Host: other.example",
              "-H",
              "Accept:",
              "-A",
              "me",
              server.endpoint())
          .on(GET)
          .expect(0, "", "");
    }
  }
}
