package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.http.Status;
import dev.tinwire.wire.terminal.Screen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line of the log for eyes. */
class PlainLineTest {
  private static final Screen COLOURED = new Screen(true, 80, true, true);

  private static Served served(
      String request, int status, long received, long sent, int ms, String client)
      throws IOException {
    var head = TestSite.request(request + " HTTP/1.1\nHost: h\n").head();
    return new Served(
        Instant.EPOCH,
        new InetSocketAddress(InetAddress.ofLiteral(client), 4711),
        Optional.of(head),
        new Status(status),
        received,
        sent,
        Duration.ofMillis(ms),
        true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /a  | 200 | 0         | 1000000   | 1000 | 13:55:36  200  GET /a  977 KiB  1s  192.0.2.1
          GET /a  | 200 | 0         | 104857600 | 500  | 13:55:36  200  GET /a  100 MiB  500ms  200 MiB/s  192.0.2.1
          PUT /a  | 201 | 104857600 | 10        | 2000 | 13:55:36  201  PUT /a  100 MiB received  2s  50.0 MiB/s  192.0.2.1
          PUT /a  | 201 | 3         | 10        | 2    | 13:55:36  201  PUT /a  3 B received  2ms  192.0.2.1
          POST /a | 200 | 3         | 2097152   | 1000 | 13:55:36  200  POST /a  3 B received  2.0 MiB  1s  2.0 MiB/s  192.0.2.1
          GET /a  | 200 | 0         | 2097152   | 0    | 13:55:36  200  GET /a  2.0 MiB  0s  192.0.2.1
          """)
  void howMuchAndHowFast(String request, int status, long received, long sent, int ms, String line)
      throws IOException {
    var served = served(request, status, received, sent, ms, "192.0.2.1");
    assertEquals(line, PlainLine.of(served, "13:55:36", Screen.PLAIN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /a           | 200 | 192.0.2.1 | D1 E  CG200 E  GET /a  5 B  1ms  192.0.2.1
          GET /a           | 200 | 127.0.0.1 | D1 E  CG200 E  GET /a  5 B  1ms
          GET /a           | 301 | 127.0.0.1 | D1 E  CA301 E  GET /a  5 B  1ms
          GET /a           | 404 | 127.0.0.1 | D1 E  CW404 E  GET /a  5 B  1ms
          GET /a           | 500 | 127.0.0.1 | D1 E  CB500 E  GET /a  5 B  1ms
          GET /a           | 304 | 127.0.0.1 | D1  304  GET /a  5 B  1ms E
          GET /favicon.ico | 404 | 127.0.0.1 | D1  404  GET /favicon.ico  5 B  1ms E
          """)
  void onAScreenTheStatusStandsOut(String request, int status, String client, String line)
      throws IOException {
    String expected =
        line.replace("CG", "\033[32m")
            .replace("CA", "\033[36m")
            .replace("CW", "\033[33m")
            .replace("CB", "\033[31m")
            .replace("D1", "\033[2m1")
            .replace(" E", "\033[0m");
    var served = served(request, status, 0, 5, 1, client);
    assertEquals(expected, PlainLine.of(served, "1", COLOURED));
  }
}
