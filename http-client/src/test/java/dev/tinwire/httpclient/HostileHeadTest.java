package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Heads that break the grammar, go beyond a limit, or never end. */
final class HostileHeadTest {
  private static final String TABLE =
      """
      nothing at all | CLOSE | | ! closed the connection without an answer
      reset at once | RESET | | !
      silence | STALL | | ! timed out
      half a status line | CLOSE | HTTP/1.1 20 | ! closed inside the status line
      half a head | CLOSE | HTTP/1.1 200 OK⏎Content-Length: 2⏎ | ! closed before the field line
      half a head, then silence | STALL | HTTP/1.1 200 OK⏎Content-Length: 2⏎ | ! timed out
      no HTTP | CLOSE | SSH-2.0-OpenSSH_9.2⏎ | ! status line
      HTTP/0.9 | CLOSE | <html>hi</html> | !
      HTTP/2 preface | CLOSE | HTTP/2.0 200 OK⏎⏎ | ! HTTP/1.0 and HTTP/1.1
      code of four digits | CLOSE | HTTP/1.1 2000 OK⏎⏎ | ! status line
      code of two digits | CLOSE | HTTP/1.1 20 OK⏎⏎ | ! status line
      code below 100 | CLOSE | HTTP/1.1 099 No⏎⏎ | ! status line
      code of letters | CLOSE | HTTP/1.1 abc No⏎⏎ | ! status line
      no reason | STALL | HTTP/1.1 200 ⏎Content-Length: 2⏎⏎hi | 200 hi
      no blank before no reason | STALL | HTTP/1.1 200⏎Content-Length: 2⏎⏎hi | 200 hi
      code 999 | STALL | HTTP/1.1 999 What⏎Content-Length: 2⏎⏎hi | 999 hi
      control in the reason | CLOSE | HTTP/1.1 200 O\\x07K⏎⏎ | ! control character
      status line too long | CLOSE | HTTP/1.1 200 a{9000x}⏎⏎ | ! status line is longer
      field too long | CLOSE | HTTP/1.1 200 OK⏎X: a{70000x}⏎⏎ | ! field line is longer
      no colon | CLOSE | HTTP/1.1 200 OK⏎nonsense⏎⏎ | ! colon is missing
      blank before the colon | CLOSE | HTTP/1.1 200 OK⏎Content-Length : 2⏎⏎hi | ! blank in the name
      no name | CLOSE | HTTP/1.1 200 OK⏎: x⏎⏎ | ! name is missing
      NUL in a value | CLOSE | HTTP/1.1 200 OK⏎X: a\\0b⏎⏎ | ! U+0000
      escape sequence in a value | CLOSE | HTTP/1.1 200 OK⏎X: \\x1b[2J⏎⏎ | ! U+001B
      bare CR in a value | CLOSE | HTTP/1.1 200 OK⏎X: a\\rb⏎⏎ | ! bare CR
      folded value | STALL | HTTP/1.1 200 OK⏎X: a⏎ b⏎Content-Length: 2⏎⏎hi | 200 hi
      bare LF | STALL | HTTP/1.1 200 OK\\nContent-Length: 2\\n\\nhi | 200 hi
      continue unasked | STALL | HTTP/1.1 100 Continue⏎⏎HTTP/1.1 200 OK⏎Content-Length: 2⏎⏎hi | 200 hi
      early hints | STALL | HTTP/1.1 103 Early⏎Link: </a>⏎⏎HTTP/1.1 200 OK⏎Content-Length: 2⏎⏎hi | 200 hi
      other interim | STALL | HTTP/1.1 199 Odd⏎⏎HTTP/1.1 200 OK⏎Content-Length: 2⏎⏎hi | 200 hi
      switching unasked | CLOSE | HTTP/1.1 101 Switching Protocols⏎Upgrade: x⏎⏎ | ! nobody asked for
      interim and then nothing | CLOSE | HTTP/1.1 100 Continue⏎⏎ | ! closed before the status line
      length in an interim answer | STALL | HTTP/1.1 103 E⏎Content-Length: 9⏎⏎HTTP/1.1 200 OK⏎Content-Length: 2⏎⏎hi | 200 hi
      drips in the body, then silence | STALL | HTTP/1.1 200 OK⏎Content-Length: 9⏎⏎hi | ! stalled
      """;

  static Stream<HostileRow> rows() {
    return HostileRow.parse(TABLE);
  }

  @ParameterizedTest(name = "http: {0}")
  @MethodSource("rows")
  void plain(HostileRow row) throws Exception {
    play(row, false);
  }

  @ParameterizedTest(name = "https: {0}")
  @MethodSource("rows")
  void underTls(HostileRow row) throws Exception {
    play(row, true);
  }

  private static void play(HostileRow row, boolean tls) throws Exception {
    boolean silent = row.ending() == HostileOrigin.Ending.STALL && row.expected().startsWith("!");
    try (var origin = new HostileOrigin(tls, row.ending(), row.reply());
        var client = silent ? TestClients.impatient() : TestClients.patient()) {
      row.check(HostileRow.outcome(client, origin.url()));
    }
  }

  @Test
  void interimAnswersEnd() throws Exception {
    String endless = "HTTP/1.1 100 Continue\r\n\r\n".repeat(100);
    byte[] reply = endless.getBytes(StandardCharsets.US_ASCII);
    try (var origin = new HostileOrigin(false, HostileOrigin.Ending.STALL, reply);
        var client = TestClients.patient()) {
      assertTrue(HostileRow.outcome(client, origin.url()).contains("more than 32 interim"));
    }
  }

  @Test
  void fieldsEnd() throws Exception {
    String many = "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(2000) + "\r\n";
    byte[] reply = many.getBytes(StandardCharsets.US_ASCII);
    try (var origin = new HostileOrigin(false, HostileOrigin.Ending.STALL, reply);
        var client = TestClients.patient()) {
      assertTrue(HostileRow.outcome(client, origin.url()).contains("more than 1000 field lines"));
    }
  }
}
