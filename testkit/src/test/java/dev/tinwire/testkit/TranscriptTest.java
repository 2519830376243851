package dev.tinwire.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptTest {
  private static final Stage IMPATIENT = Stage.loopback().withPatience(Duration.ofMillis(500));

  /** Says bytes, closes its direction, and reads what comes until the end. */
  private static String exchange(Transcript server, String bytes) throws IOException {
    try (var socket = new Socket(server.address().getAddress(), server.port())) {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void saysItsLinesAndDemandsTheOthers() throws Exception {
    try (var server =
        new Transcript(
            """
            S: 220 mx.example ESMTP
            C: EHLO client.example
            # two lines in one go

            S: 250-mx.example
            S: 250 AUTH LOGIN
            C: QUIT
            S: 221 bye
            """)) {
      assertEquals(
          "220 mx.example ESMTP\r\n250-mx.example\r\n250 AUTH LOGIN\r\n221 bye\r\n",
          exchange(server, "EHLO client.example\r\nQUIT\r\n"));
      assertEquals(List.of("EHLO client.example", "QUIT"), server.heard().lines());
    }
  }

  @Test
  void theErrorShowsBothLinesAndTheWholeScript() throws Exception {
    var server =
        new Transcript(
            """
            S: 220 mx.example ESMTP
            C: EHLO client.example
            S: 250 ok
            """);
    exchange(server, "EHLO client\0\r\n");
    var error = assertThrows(AssertionError.class, server::close);
    assertEquals(
        """
        the conversation left the script at line 2
          expected: EHLO client.example\\r\\n
          came:     EHLO client\\x00\\r\\n
                               ^
             1 | S: 220 mx.example ESMTP
        -->  2 | C: EHLO client.example
             3 | S: 250 ok
        """,
        error.getMessage());
  }

  @ParameterizedTest(name = "{0} and the client says {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          C: a              | b\\r\\n        | came:     b\\r\\n
          C: a              | a\\n           | came:     a\\n
          C: a              | a              | came:     a and then the connection was closed
          C: a              | ""             | came:     the connection was closed
          C: a              | a\\r\\nb       | expected: no more
          C+: ab\\x00       | ab             | came:     ab and then the connection was closed
          C+: ab\\x00       | ac\\x00        | came:     ac
          C~: a(?<n>[0-9]+) | ab\\r\\n       | expected: a line like a(?<n>[0-9]+)
          C~: a             | a\\n           | which does not end with CR LF
          C*: .             | a\\r\\nb\\r\\n | expected: lines up to "."
          C[3]:             | ab             | expected: 3 bytes
          C[3]: x           | xxy            | expected: 3 bytes of x
          C CLOSE           | QUIT\\r\\n     | came:     QUIT\\r\\n
          TLS               | EHLO x\\r\\n   | expected: a TLS handshake
          """)
  void whatIsNotInTheScriptFails(String line, String said, String told) throws Exception {
    var server = new Transcript(line);
    try {
      exchange(server, Escapes.unescape(said));
    } catch (SocketException _) {
      // the failed script has reset the connection
    }
    var error = assertThrows(AssertionError.class, server::close);
    assertTrue(error.toString().contains(told), error::toString);
  }

  @ParameterizedTest(name = "{0} is met by {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          C: grün           | gr\\xc3\\xbcn\\r\\n
          C+: a\\x00\\r     | a\\x00\\r
          C~: a(?<n>[0-9]+) | a12\\r\\n
          C*: .             | a\\r\\nb\\r\\n.\\r\\n
          C*:               | Host: x\\r\\n\\r\\n
          C[3]:             | abc
          C[3]: xy          | xyx
          C CLOSE           | ""
          C CUT             | ""
          """)
  void whatIsInTheScriptPasses(String line, String said) throws Exception {
    try (var server = new Transcript(line)) {
      assertEquals("", exchange(server, Escapes.unescape(said)));
    }
  }

  @Test
  void aGroupIsRememberedAndCanBeSaid() throws Exception {
    try (var server =
        new Transcript(
            """
            C~: LOGIN (?<user>\\w+)
            S: 230 hello ${user}
            C: BYE ${user}
            """)) {
      assertEquals("230 hello anna\r\n", exchange(server, "LOGIN anna\r\nBYE anna\r\n"));
      assertEquals("anna", server.heard().group("user"));
    }
  }

  @Test
  void bytesAndBulkAreSaidWithoutALineEnd() throws Exception {
    try (var server =
        new Transcript(
            """
            S+: 5\\r\\n\\xff
            S[7]: ab
            """)) {
      assertEquals("5\r\n\u00ffabababa", exchange(server, ""));
    }
  }

  @Test
  void connectionsAreServedOneAfterTheOther() throws Exception {
    try (var server =
        new Transcript(
            """
            C: one
            S: 1
            ---
            C: two
            S: 2
            """)) {
      assertEquals("1\r\n", exchange(server, "one\r\n"));
      assertEquals("2\r\n", exchange(server, "two\r\n"));
    }
  }

  @Test
  void aConnectionThatNeverComesFails() throws Exception {
    var server = new Transcript("S: hello", IMPATIENT);
    var error = assertThrows(AssertionError.class, server::close);
    assertTrue(error.toString().contains("expected: a connection"), error::toString);
  }

  @Test
  void aSilentClientFailsWithinThePatience() throws Exception {
    var server = new Transcript("C: hello", IMPATIENT);
    try (var _ = new Socket(Loopback.V4, server.port())) {
      var error = assertThrows(AssertionError.class, server::close);
      assertTrue(error.toString().contains("expected: hello\\r\\n"), error::toString);
    }
  }

  @Test
  void pausesUntilTheTestResumes() throws Exception {
    try (var server =
            new Transcript(
                """
                S: before
                PAUSE here
                S: after
                """);
        var socket = new Socket(Loopback.V4, server.port())) {
      server.awaitPause("here");
      assertEquals(
          "before\r\n",
          new String(socket.getInputStream().readNBytes(8), StandardCharsets.US_ASCII));
      assertEquals(0, socket.getInputStream().available());
      server.resume("here");
      assertEquals(
          "after\r\n",
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
    }
  }

  @Test
  void cutResetsTheConnection() throws Exception {
    try (var server =
            new Transcript(
                """
                C: GET
                S CUT
                """);
        var socket = new Socket(Loopback.V4, server.port())) {
      socket.getOutputStream().write("GET\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThrows(SocketException.class, () -> socket.getInputStream().read());
    }
  }

  @Test
  void closeLeavesTheOtherDirectionOpen() throws Exception {
    try (var server =
            new Transcript(
                """
                S CLOSE
                C: still here
                C CLOSE
                """);
        var socket = new Socket(Loopback.V4, server.port())) {
      assertEquals(-1, socket.getInputStream().read());
      socket.getOutputStream().write("still here\r\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  void listensOnIpv6Too() throws Exception {
    try (var server = new Transcript("C: hello", Stage.loopback().at(Loopback.V6))) {
      assertEquals("[::1]:" + server.port(), server.endpoint());
      exchange(server, "hello\r\n");
    }
  }
}
