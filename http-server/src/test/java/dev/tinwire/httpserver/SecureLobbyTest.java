package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.TestIdentity;
import dev.tinwire.wire.tls.Credential;
import dev.tinwire.wire.tls.TlsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under TLS too what is known by heart is what would be answered, and in its turn. */
class SecureLobbyTest {
  private static final String GET = "GET /a.txt HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final String LARGE = "0123456789abcdef".repeat(2000);

  @TempDir Path root;
  private KnownSite known;

  private KnownSite serving(ServerLimits limits) throws IOException {
    TestSite.in(root).file("a.txt", "hello\n").file("large.txt", LARGE);
    var identity = TestIdentity.localhost();
    var credential = new Credential(List.of(identity.certificate()), (PrivateKey) identity.key());
    var tls = new TlsServer(credential, List.of("http/1.1"));
    return new KnownSite(limits, root, options -> options.withTls(tls));
  }

  @BeforeEach
  void start() throws IOException {
    known = serving(ServerLimits.DEFAULT);
  }

  @AfterEach
  void stop() {
    known.close();
  }

  private Socket connect() throws IOException {
    var at = known.server().address();
    var sockets = TestIdentity.localhost().trusting().getSocketFactory();
    Socket socket = sockets.createSocket(InetAddress.getLoopbackAddress(), at.getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private String said(String requests) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
      return LocalServer.rest(socket);
    }
  }

  private static String undated(String said) {
    return said.replaceAll("\r\nDate: [^\r]*", "");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "GET /a.txt HTTP/1.1|Host: h",
        "HEAD /a.txt HTTP/1.1|Host: h",
        "GET https://h/a.txt HTTP/1.1|Host: h",
        "GET /a.txt HTTP/1.1|Host: h|If-None-Match: *",
        "GET /nothing HTTP/1.1|Host: h"
      })
  void whatIsKnownByHeartIsWhatWouldBeAnswered(String request) throws Exception {
    String head = request.replace("|", "\r\n") + "\r\n\r\n";
    String last = "DELETE /a.txt HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    String looked = undated(said(head + last));
    int before = known.looked();
    assertEquals(looked, undated(said(head + last)));
    assertEquals(before + 1, known.looked()); // for the last alone
  }

  /** A session seals it piece by piece; what waits in memory for a slow client stays small. */
  @Test
  void whatIsLargeIsForASession() throws Exception {
    String large = GET.replace("a.txt", "large.txt");
    assertEquals(2, statuses(said(large + GET.replace("1.1", "1.0"))).size());
    int before = known.looked();
    String said = said(GET + large + GET + GET.replace("1.1", "1.0"));
    assertEquals(List.of("200", "200", "200", "200"), statuses(said));
    assertTrue(said.contains(LARGE));
    assertTrue(known.looked() > before);
  }

  @Test
  void requestsOfBothKindsAreAnsweredInOrder() throws Exception {
    said(GET.replace("1.1", "1.0"));
    String body = "PUT /a.txt HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nGET /";
    String last = "GET /large.txt HTTP/1.0\r\n\r\n";
    String said = said(GET + GET + body + GET + GET + last);
    assertEquals(List.of("200", "200", "405", "200", "200", "200"), statuses(said), said);
    assertTrue(said.endsWith(LARGE));
  }

  private static List<String> statuses(String said) {
    return List.of(said.split("HTTP/1.1 ", -1)).stream()
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, 3))
        .toList();
  }

  @Test
  void aHeadInPiecesIsWaitedFor() throws Exception {
    said(GET.replace("1.1", "1.0"));
    try (Socket socket = connect()) {
      for (byte each : (GET + GET.replace("1.1", "1.0")).getBytes(StandardCharsets.US_ASCII)) {
        socket.getOutputStream().write(each);
      }
      assertEquals(List.of("200", "200"), statuses(LocalServer.rest(socket)));
    }
  }

  @Test
  void theBooksAreKept() throws Exception {
    said(GET.replace("1.1", "1.0"));
    int looked = known.looked();
    said(GET + "GET /a.txt HTTP/1.0\r\n\r\n");
    assertTrue(known.looked() <= looked + 1);
    for (int i = 0; i < 3; i++) {
      Served served = known.server().served();
      assertEquals(6, served.bytes());
      assertTrue(served.whole());
    }
    assertEquals(3, known.server().server().counters().requests(2));
  }

  @Test
  void whoWaitsTooLongIsSentHomeAndAShutdownWaitsForNobody() throws Exception {
    known.close();
    Duration brief = Duration.ofMillis(200);
    known = serving(ServerLimits.DEFAULT.withIdle(brief));
    try (Socket idle = connect()) {
      idle.getOutputStream().write((GET + GET).getBytes(StandardCharsets.US_ASCII));
      byte[] answers = idle.getInputStream().readNBytes(20);
      assertEquals("HTTP/1.1 200 OK\r\nDat", new String(answers, StandardCharsets.US_ASCII));
      while (known.server().server().connections() > 0) Thread.onSpinWait();
    }
    known.close();
    known = serving(ServerLimits.DEFAULT.withGrace(Duration.ofHours(1)));
    try (Socket idle = connect()) {
      idle.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));
      assertEquals('H', idle.getInputStream().read());
      known.server().served();
      known.close();
      assertEquals(0, known.server().server().connections());
    }
  }
}
