package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The 33 cases of uNetworking's h1spec, built again as tables, since it is no package that one
 * could fetch. It is made for a server that echoes what is posted; the two cases that need one have
 * the 405 here that a server of files says to that.
 */
final class H1SpecTest {
  private static final String WHOLE = "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n";

  @TempDir private static Path temp;
  private static @Nullable Serving server;

  @BeforeAll
  static void start() throws Exception {
    Path site = Files.createDirectory(temp.resolve("site"));
    TestSite.in(site).file("index.html", "<p>").file("hello", "hello");
    server = new Serving(temp.resolve("home"), site);
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  private static Socket connect(String request) throws IOException {
    if (server == null) throw new AssertionError("it was not started");
    var socket = new Socket();
    socket.connect(server.address());
    socket.setSoTimeout(10_000);
    say(socket, request);
    return socket;
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static int status(Socket socket) throws IOException {
    byte[] start = socket.getInputStream().readNBytes(12);
    String line = new String(start, StandardCharsets.ISO_8859_1);
    assertTrue(line.matches("HTTP/1.1 [0-9]{3}"), line);
    return Integer.parseInt(line.substring(9));
  }

  /** What is not yet a whole head is waited for, wherever it was cut. */
  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "G",
        "GET ",
        "GET /hello",
        "GET /hello ",
        "GET /hello HTTP",
        "GET /hello HTTP/1.1",
        "GET /hello HTTP/1.1~",
        "GET /hello HTTP/1.1~_",
        "GET /hello HTTP/1.1~_Hos",
        "GET /hello HTTP/1.1~_Host:",
        "GET /hello HTTP/1.1~_Host: ",
        "GET /hello HTTP/1.1~_Host: localhost",
        "GET /hello HTTP/1.1~_Host: localhost~",
        "GET /hello HTTP/1.1~_Host: localhost~_",
        "GET /hello HTTP/1.1~_Host: localhost~_~",
      })
  void aFragmentIsWaitedFor(String fragment) throws IOException {
    String sent = fragment.replace('~', '\r').replace('_', '\n');
    assertEquals(sent, WHOLE.substring(0, sent.length()));
    try (var patient = connect(sent)) {
      try (var other = connect(WHOLE)) {
        assertEquals(200, status(other));
      }
      assertEquals(0, patient.getInputStream().available());
      say(patient, WHOLE.substring(sent.length()));
      assertEquals(200, status(patient));
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          without a version           | GET / ~~                                                | 400
          Expect                      | GET / HTTP/1.1~Host: h~Expect: 100-continue~~           | 200
          valid                       | GET / HTTP/1.1~Host: h~~                                | 200
          valid, oddly written        | GET / HTTP/1.1~hoSt:\\th~empty:~~                       | 200
          a name that is no token     | GET / HTTP/1.1~Host: h~X-Invalid[]: test~~              | 400
          Host missing                | GET / HTTP/1.1~Content-Length: 5~~                      | 400
          Host twice                  | GET / HTTP/1.1~Host: h~Host: i~~                        | 400
          a length far below zero     | GET / HTTP/1.1~Host: h~Content-Length: -123456789123456789123456789~~ | 400
          a length below zero         | GET / HTTP/1.1~Host: h~Content-Length: -1234~~          | 400
          a length in letters         | GET / HTTP/1.1~Host: h~Content-Length: abc~~            | 400
          an empty value              | GET / HTTP/1.1~Host: h~X-Empty-Header: ~~               | 200
          a control character         | GET / HTTP/1.1~Host: h~X-Bad-Control-Char: test\\a~~    | 400
          a version far ahead         | GET / HTTP/9.9~Host: h~~                                | 505
          something before the method | Extra lineGET / HTTP/1.1~Host: h~~                      | 400
          an invalid line end         | GET / HTTP/1.1~Host: h~\\rSome-Header: Test~~           | 400
          POST with a body            | POST / HTTP/1.1~Host: h~Content-Length: 5~~hello        | 405
          POST in chunks              | POST / HTTP/1.1~Host: h~Transfer-Encoding: chunked~~5~hello~0~~ | 405
          both lengths, in any case   | GET / HTTP/1.1~Host: h~Transfer-encodIng: chunked~cOntent-Length: 5~~ | 400
          """)
  void isAnswered(String name, String request, int status) throws IOException {
    String bytes =
        request
            .replace("~", "\r\n")
            .replace("\\t", "\t")
            .replace("\\a", "\u0007")
            .replace("\\r", "\r");
    try (var socket = connect(bytes)) {
      assertEquals(status, status(socket), name);
    }
  }
}
