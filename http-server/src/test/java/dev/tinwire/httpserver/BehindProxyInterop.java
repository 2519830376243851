package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Program;
import dev.tinwire.testkit.Running;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes of docs/serve.md for a proxy in front, as they stand there. */
class BehindProxyInterop {
  @TempDir Path temp;

  @BeforeEach
  void aSite() throws IOException {
    TestSite.in(temp.resolve("site")).file("a.txt", "0123456789").folder("sub");
  }

  /** The block of the page that begins so, with our ports in the place of its own. */
  private static String recipe(String language, int ours, int theirs) throws IOException {
    Path root = Path.of(System.getProperty("tinwire.root", ""));
    String page = Files.readString(root.resolve("docs/serve.md"));
    int at = page.indexOf("```" + language + "\n");
    assertTrue(at >= 0, "no recipe for " + language);
    int start = page.indexOf('\n', at) + 1;
    return page.substring(start, page.indexOf("```", start))
        .replace("127.0.0.1:8080", "127.0.0.1:" + ours)
        .replace("listen 80;", "listen 127.0.0.1:" + theirs + ";")
        .replace("files.example.org {", "http://127.0.0.1:" + theirs + " {");
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return free.getLocalPort();
    }
  }

  private LocalServer serve() throws IOException {
    return new LocalServer(TestSite.in(temp.resolve("site")).handler());
  }

  /** What is served through the proxy is what is served without it. */
  private static void check(int port) throws IOException {
    String whole = ask(port, "GET /a.txt HTTP/1.1");
    assertTrue(whole.startsWith("HTTP/1.1 200") && whole.endsWith("0123456789"), whole);
    String part = ask(port, "GET /a.txt HTTP/1.1\r\nRange: bytes=2-4");
    assertTrue(part.startsWith("HTTP/1.1 206") && part.endsWith("\r\n\r\n234"), part);
    assertTrue(ask(port, "GET /nothing HTTP/1.1").startsWith("HTTP/1.1 404"));
    String moved = ask(port, "GET /sub?x HTTP/1.1");
    assertTrue(moved.startsWith("HTTP/1.1 301"), moved);
    assertTrue(moved.contains("Location: /sub/?x\r\n"), moved);
  }

  private static String ask(int port, String head) throws IOException {
    var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    while (true) {
      try (var socket = new Socket()) {
        socket.connect(address);
        socket.setSoTimeout(10_000);
        String rest = "\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.US_ASCII));
        return LocalServer.rest(socket);
      } catch (ConnectException _) {
        Thread.onSpinWait(); // the proxy is still starting
      }
    }
  }

  @Test
  void nginx() throws Exception {
    Needs.programs("nginx");
    int port = freePort();
    try (var server = serve()) {
      String config =
          """
          daemon off;
          pid %1$s/pid;
          error_log stderr;
          events {}
          http {
            access_log off;
            client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s;
            uwsgi_temp_path %1$s; scgi_temp_path %1$s;
          %2$s}
          """
              .formatted(temp, recipe("nginx", server.server().port(), port));
      Path file = Files.writeString(temp.resolve("nginx.conf"), config);
      var nginx = new Program(List.of("nginx", "-p", temp.toString(), "-c", file.toString()));
      try (Running running = nginx.start(Invocation.of())) {
        check(port);
        running.signal("QUIT");
        assertEquals(0, running.outcome().status());
      }
    }
  }

  @Test
  void caddy() throws Exception {
    Needs.programs("caddy");
    int port = freePort();
    try (var server = serve()) {
      String config = "{\n admin off\n}\n" + recipe("caddy", server.server().port(), port);
      Path file = Files.writeString(temp.resolve("Caddyfile"), config);
      var caddy =
          new Program(
              List.of("caddy", "run", "--adapter", "caddyfile", "--config", file.toString()));
      var home = Invocation.of().withEnv("HOME", temp.toString());
      try (Running running = caddy.start(home)) {
        check(port);
        running.signal("TERM");
        assertEquals(0, running.outcome().status());
      }
    }
  }
}
