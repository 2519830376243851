package dev.tinwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.heartbeat.HttpCaller;
import dev.tinwire.heartbeat.StatusServer;
import dev.tinwire.http.Method;
import dev.tinwire.httpclient.HttpClient;
import dev.tinwire.httpclient.Request;
import dev.tinwire.httpclient.Response;
import dev.tinwire.httpclient.Url;
import dev.tinwire.wire.Endpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The monitor's pages over our server, and its calls over our client. */
@Timeout(60)
class StatusPagesTest {
  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
  private StatusServer.Running running = new Nobody();
  private String base = "";

  /** Before it is started. */
  private static final class Nobody implements StatusServer.Running {
    @Override
    public int port() {
      return 0;
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void start() throws IOException {
    running = new StatusPages().start(new Endpoint("127.0.0.1", 0), this::page);
    base = "http://127.0.0.1:" + running.port();
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private StatusServer.Page page(String path) {
    asked.add(path);
    if (!path.equals("/events")) {
      int status = path.equals("/none") ? 404 : 200;
      var body = new StatusServer.Body.Text("<p>" + path);
      return new StatusServer.Page(status, "text/html", Map.of("X-Own", "yes"), body);
    }
    var writer =
        new StatusServer.Writer() {
          @Override
          public void writeTo(OutputStream out) throws IOException {
            out.write("data: one\n\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
          }

          @Override
          public void close() {
            ended.add("closed");
          }
        };
    return new StatusServer.Page(
        200, "text/event-stream", Map.of(), new StatusServer.Body.Stream(writer));
  }

  private String say(Method method, String path) throws Exception {
    try (var client = HttpClient.create();
        Response response = client.send(Request.of(method, Url.parse(base + path)))) {
      String own = response.fields().first("X-Own").orElse("-");
      return response.status().code() + " " + own + " " + response.text();
    }
  }

  @Test
  void aPageComesWithItsFieldsAndItsPathDecoded() throws Exception {
    assertEquals("200 yes <p>/sender/a:b", say(Method.GET, "/sender/a%3ab?x=y"));
    assertEquals("404 yes <p>/none", say(Method.GET, "/none"));
    assertEquals(List.of("/sender/a:b", "/none"), List.copyOf(asked));
  }

  @Test
  void nothingCanBeChangedThere() throws Exception {
    for (Method method : List.of(Method.POST, Method.PUT, Method.DELETE)) {
      assertEquals("405 - 405 Method Not Allowed\n", say(method, "/"));
    }
    assertEquals("400 - 400 Bad Request\n", say(Method.GET, "/%ff"));
    assertTrue(asked.isEmpty());
  }

  @ParameterizedTest(name = "asked for as {0}: {1}")
  @CsvSource(
      textBlock =
          """
          127.0.0.1:8080,       200
          [::1]:8080,           200
          LocalHost,            200
          mon.localhost:1,      200
          rebound.example,      421
          127.0.0.1.example:80, 421
          localhost.example,    421
          '',                   421
          """)
  void aPageOfThisComputerAloneCannotBeReadUnderAnothersName(String host, int status)
      throws Exception {
    try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), running.port())) {
      String head = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(said.startsWith("HTTP/1.1 " + status + " "), said);
    }
  }

  @Test
  void theNameThatWasAskedToListenAtIsOursAndWhereAllMayLookAnyNameIs() throws Exception {
    var loopback = List.of(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 80));
    assertEquals(
        new AskedName(true, "mon.example"),
        AskedName.of(new Endpoint("mon.example", 80), loopback));
    var network = List.of(new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 80));
    assertEquals(
        new AskedName(false, "mon.example"),
        AskedName.of(new Endpoint("mon.example", 80), network));
  }

  @Test
  void aStreamIsClosedWhetherItWasSentOrNot() throws Exception {
    assertEquals("200 - data: one\n\n", say(Method.GET, "/events"));
    assertEquals("closed", ended.poll(30, TimeUnit.SECONDS));
    assertEquals("200 - ", say(Method.HEAD, "/events"));
    assertEquals("closed", ended.poll(30, TimeUnit.SECONDS));
  }

  @Test
  void callsGoOverOurClientAndEveryStatusIsAnAnswer() throws Exception {
    HttpCaller http = MonitorHelpers.services().http();
    assertEquals(200, http.call(call("GET", "/x", "")));
    assertEquals(404, http.call(call("GET", "/none", "")));
    assertEquals(405, http.call(call("POST", "/x", "{}")));
  }

  private HttpCaller.Call call(String method, String path, String body) {
    String type = body.isEmpty() ? "" : "application/json";
    return new HttpCaller.Call(method, URI.create(base + path), type, body, Duration.ofSeconds(20));
  }
}
