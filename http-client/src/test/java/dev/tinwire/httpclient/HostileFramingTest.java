package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a body ends: what a server can get wrong about it, plain and under TLS. */
final class HostileFramingTest {
  private static final String TABLE =
      """
      length is right | STALL | HTTP/1.1 200 OK⏎Content-Length: 2⏎⏎hi | 200 hi
      length too long, closed | CLOSE | HTTP/1.1 200 OK⏎Content-Length: 5⏎⏎hi | ! closed after 2 of 5 bytes
      length too long, reset | RESET | HTTP/1.1 200 OK⏎Content-Length: 5⏎⏎hi | !
      length zero | STALL | HTTP/1.1 200 OK⏎Content-Length: 0⏎⏎ | 200
      bytes behind the length | STALL | HTTP/1.1 200 OK⏎Content-Length: 2⏎⏎hiHTTP/1.1 500 No⏎⏎ | 200 hi
      length negative | CLOSE | HTTP/1.1 200 OK⏎Content-Length: -1⏎⏎hi | ! Content-Length
      length with sign | CLOSE | HTTP/1.1 200 OK⏎Content-Length: +2⏎⏎hi | ! Content-Length
      length in hex | CLOSE | HTTP/1.1 200 OK⏎Content-Length: 0x2⏎⏎hi | ! Content-Length
      length with a blank | CLOSE | HTTP/1.1 200 OK⏎Content-Length: 1 1⏎⏎hihihihihih | ! Content-Length
      length empty | CLOSE | HTTP/1.1 200 OK⏎Content-Length:⏎⏎hi | ! Content-Length
      length beyond a long | CLOSE | HTTP/1.1 200 OK⏎Content-Length: 99999999999999999999⏎⏎hi | ! Content-Length
      lengths that differ | CLOSE | HTTP/1.1 200 OK⏎Content-Length: 2⏎Content-Length: 3⏎⏎hi! | ! Content-Length
      lengths that differ, in a list | CLOSE | HTTP/1.1 200 OK⏎Content-Length: 2, 3⏎⏎hi! | ! Content-Length
      lengths that agree | STALL | HTTP/1.1 200 OK⏎Content-Length: 2⏎Content-Length: 2⏎⏎hi | 200 hi
      no length, closed | CLOSE | HTTP/1.1 200 OK⏎⏎hi | 200 hi
      no length, reset | RESET | HTTP/1.1 200 OK⏎⏎hi | !
      chunks | STALL | HTTP/1.1 200 OK⏎Transfer-Encoding: chunked⏎⏎1⏎h⏎1⏎i⏎0⏎⏎ | 200 hi
      chunks with trailers | STALL | HTTP/1.1 200 OK⏎Transfer-Encoding: chunked⏎⏎2⏎hi⏎0⏎X-Sum: 1⏎⏎ | 200 hi
      chunk extension | STALL | HTTP/1.1 200 OK⏎Transfer-Encoding: chunked⏎⏎2;a=b⏎hi⏎0⏎⏎ | 200 hi
      chunks without the last | CLOSE | HTTP/1.1 200 OK⏎Transfer-Encoding: chunked⏎⏎2⏎hi⏎ | ! closed before the chunk size
      chunk cut short | CLOSE | HTTP/1.1 200 OK⏎Transfer-Encoding: chunked⏎⏎5⏎hi | ! closed after 2 of 5 bytes of a chunk
      chunk longer than it says | CLOSE | HTTP/1.1 200 OK⏎Transfer-Encoding: chunked⏎⏎1⏎hi⏎0⏎⏎ | ! chunk
      chunk size with 0x | CLOSE | HTTP/1.1 200 OK⏎Transfer-Encoding: chunked⏎⏎0x2⏎hi⏎0⏎⏎ | ! chunk
      chunk size negative | CLOSE | HTTP/1.1 200 OK⏎Transfer-Encoding: chunked⏎⏎-2⏎hi⏎0⏎⏎ | ! chunk
      chunk size empty | CLOSE | HTTP/1.1 200 OK⏎Transfer-Encoding: chunked⏎⏎⏎hi⏎0⏎⏎ | ! chunk
      chunk size beyond a long | CLOSE | HTTP/1.1 200 OK⏎Transfer-Encoding: chunked⏎⏎fffffffffffffffff⏎hi | ! chunk
      chunk line without end | CLOSE | HTTP/1.1 200 OK⏎Transfer-Encoding: chunked⏎⏎2;a{5000x}⏎hi⏎0⏎⏎ | ! chunk
      chunk line with a bare LF | CLOSE | HTTP/1.1 200 OK⏎Transfer-Encoding: chunked⏎⏎2\\nhi⏎0⏎⏎ | ! bare LF
      chunked twice | CLOSE | HTTP/1.1 200 OK⏎Transfer-Encoding: chunked, chunked⏎⏎2⏎hi⏎0⏎⏎ | ! Transfer-Encoding
      unknown transfer coding | CLOSE | HTTP/1.1 200 OK⏎Transfer-Encoding: rot13⏎⏎uv | ! Transfer-Encoding
      chunked is not last | CLOSE | HTTP/1.1 200 OK⏎Transfer-Encoding: chunked, gzip⏎⏎uv | ! Transfer-Encoding
      chunked in HTTP/1.0 | CLOSE | HTTP/1.0 200 OK⏎Transfer-Encoding: chunked⏎⏎2⏎hi⏎0⏎⏎ | ! Transfer-Encoding
      both lengths | CLOSE | HTTP/1.1 200 OK⏎Content-Length: 2⏎Transfer-Encoding: chunked⏎⏎2⏎hi⏎0⏎⏎ | ! both
      204 with a body | STALL | HTTP/1.1 204 No⏎Content-Length: 2⏎⏎hi | 204
      304 with a length | STALL | HTTP/1.1 304 No⏎Content-Length: 2⏎⏎ | 304
      trailer section too long | CLOSE | HTTP/1.1 200 OK⏎Transfer-Encoding: chunked⏎⏎2⏎hi⏎0⏎X: y{70000x}⏎⏎ | ! field line
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
    try (var origin = new HostileOrigin(tls, row.ending(), row.reply());
        var client = TestClients.patient()) {
      row.check(HostileRow.outcome(client, origin.url()));
    }
  }

  @Test
  void aBodyUntilCloseThatTlsDoesNotEndIsCutShort() throws Exception {
    byte[] reply = "HTTP/1.1 200 OK\r\n\r\nhi".getBytes(StandardCharsets.US_ASCII);
    try (var origin = new HostileOrigin(true, HostileOrigin.Ending.DROP, reply);
        var client = TestClients.patient()) {
      assertTrue(HostileRow.outcome(client, origin.url()).startsWith("! "));
    }
  }
}
