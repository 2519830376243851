package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Status;
import dev.tinwire.testkit.Loopback;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /-/health} and {@code /-/metrics}. */
class MonitoringTest {
  private static final Handler SITE = _ -> Answer.of(new Status(404), Content.of("the site's"));

  @TempDir Path temp;

  private Monitoring monitoring(boolean health, boolean metrics, Handler inner, Path served) {
    var options = new MonitoringOptions(health, metrics, false);
    return new Monitoring(inner, served, options, new Latency(ServerObserver.SILENT));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /-/health, true, false, 200",
    "HEAD, /-/health, true, false, 200",
    "POST, /-/health, true, false, 405",
    "GET, /-/health, false, true, 404",
    "GET, /-/metrics, true, false, 404",
    "GET, /-/metrics, false, true, 503",
    "GET, /-/health/, true, true, 404",
    "GET, /, true, true, 404"
  })
  void onlyWhatWasAskedForIsThere(
      String method, String path, boolean health, boolean metrics, int status) throws IOException {
    var monitoring = monitoring(health, metrics, SITE, temp);
    assertEquals(status, TestSite.ask(monitoring, TestSite.head(method, path)).status());
  }

  @Test
  void aFolderThatIsGoneIsNotWell() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("site"));
    var monitoring = monitoring(true, false, SITE, folder);
    String head = TestSite.head("GET", Monitoring.HEALTH);
    assertEquals("ok\n", TestSite.ask(monitoring, head).text());
    Files.delete(folder);
    var reply = TestSite.ask(monitoring, head);
    assertEquals("503 what is served cannot be read\n", reply.status() + " " + reply.text());
  }

  /** What was counted over a real connection is in the text. */
  @Test
  void theFiguresAreThoseOfTheServer() throws Exception {
    var latency = new Latency(ServerObserver.SILENT);
    var options = new MonitoringOptions(false, true, false);
    var monitoring = new Monitoring(LocalServer.ECHO, temp, options, latency);
    var at = List.of(new InetSocketAddress(Loopback.V4, 0));
    try (var server = HttpServer.start(ServerOptions.at(at).withObserver(latency), monitoring);
        var socket = new Socket()) {
      monitoring.of(server);
      socket.connect(server.addresses().getFirst());
      String requests =
          "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello"
              + "GET /-/metrics HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
      String said = LocalServer.rest(socket);
      for (String line :
          List.of(
              "tinwire_http_requests_total{code=\"2xx\"} 1",
              "tinwire_http_requests_total{code=\"4xx\"} 0",
              "tinwire_http_received_bytes_total 5",
              "tinwire_http_sent_bytes_total 14",
              "tinwire_http_connections 1",
              "tinwire_http_request_duration_seconds_count 1")) {
        assertTrue(said.contains("\n" + line + "\n"), line + " is not in\n" + said);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "2, 1", "5, 1", "60000, 7", "60001, 8"})
  void aTimeIsCountedInItsClass(int millis, int index) {
    var latency = new Latency(ServerObserver.SILENT);
    latency.served(
        new Served(
            Instant.EPOCH,
            new InetSocketAddress(0),
            Optional.empty(),
            Status.OK,
            0,
            0,
            Duration.ofMillis(millis),
            true));
    assertEquals(1, latency.counts().get(index));
    assertEquals(Duration.ofMillis(millis), latency.total());
  }
}
