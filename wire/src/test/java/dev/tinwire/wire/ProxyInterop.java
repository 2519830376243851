package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Through the proxies that Debian has: microsocks and tinyproxy. */
@Tag("interop")
@Timeout(60)
class ProxyInterop {
  @TempDir Path folder;
  private ServerSocket target;

  /** A server that speaks first, to all who come. */
  @BeforeEach
  void listen() throws IOException {
    target = new ServerSocket();
    target.bind(new InetSocketAddress("::", 0));
    Thread.ofVirtual().start(this::greet);
  }

  private void greet() {
    try {
      while (true) {
        try (var socket = target.accept()) {
          socket.getOutputStream().write("220 hello\r\n".getBytes(StandardCharsets.US_ASCII));
        }
      }
    } catch (SocketException _) {
      // The listener was closed: the test is over.
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() throws IOException {
    target.close();
  }

  private Daemon microsocks(String... options) throws IOException {
    int port = Daemon.freePort();
    var command = new ArrayList<>(List.of("microsocks", "-i", "127.0.0.1", "-p", "" + port));
    command.addAll(List.of(options));
    return Daemon.start(port, folder.resolve("log"), command);
  }

  private Daemon tinyproxy(String options) throws IOException {
    int port = Daemon.freePort();
    Path configuration = folder.resolve("tinyproxy.conf");
    Files.writeString(
        configuration,
        """
        Port %d
        Listen 127.0.0.1
        Allow 127.0.0.1
        LogLevel Error
        %s
        """
            .formatted(port, options));
    return Daemon.start(
        port, folder.resolve("log"), List.of("tinyproxy", "-d", "-c", configuration.toString()));
  }

  private String greeting(String proxy, String host) throws Exception {
    return greeting(proxy, new Endpoint(host, target.getLocalPort()));
  }

  private static String greeting(String proxy, Endpoint to) throws Exception {
    Deadline deadline = Deadline.in(Duration.ofSeconds(20));
    var options = DialOptions.defaults().withProxy(Optional.of(Proxy.parse(proxy)));
    try (var connection = new Dialler(options).dial(to, deadline).connection()) {
      return connection.within(
          deadline, "waiting for the greeting", () -> connection.reader().line("greeting", 100));
    }
  }

  private static String failure(String proxy, Endpoint to) {
    var e = assertThrows(DialFailed.class, () -> greeting(proxy, to));
    assertEquals(DialFailed.Kind.PROXY, e.kind(), e::getMessage);
    return String.valueOf(e.getMessage());
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({
    "socks5,  localhost",
    "socks5h, localhost",
    "socks5,  127.0.0.1",
    "socks5h, 127.0.0.1",
    "socks5h, ::1",
  })
  void microsocksConnects(String scheme, String host) throws Exception {
    try (var proxy = microsocks()) {
      assertEquals("220 hello", greeting(scheme + "://127.0.0.1:" + proxy.port(), host));
    }
  }

  @Test
  void microsocksWantsALogin() throws Exception {
    try (var proxy = microsocks("-u", "ann", "-P", "s3cret")) {
      String at = "127.0.0.1:" + proxy.port();
      assertEquals("220 hello", greeting("socks5h://ann:s3cret@" + at, "localhost"));
      var to = new Endpoint("localhost", target.getLocalPort());
      String gave = "proxy " + at + " gave no connection to " + to + ": ";
      assertEquals(
          gave + "it refused the user or the password", failure("socks5h://ann:no@" + at, to));
      assertEquals(
          gave + "it wants a login; write it into the address as USER:PASSWORD@",
          failure("socks5h://" + at, to));
    }
  }

  @Test
  void microsocksSaysWhyNot() throws Exception {
    try (var proxy = microsocks()) {
      String at = "127.0.0.1:" + proxy.port();
      var nobody = new Endpoint("127.0.0.1", Daemon.freePort());
      assertEquals(
          "proxy " + at + " gave no connection to " + nobody + ": connection refused",
          failure("socks5h://" + at, nobody));
    }
  }

  @ParameterizedTest
  @CsvSource({"localhost", "127.0.0.1", "::1"})
  void tinyproxyConnects(String host) throws Exception {
    try (var proxy = tinyproxy("")) {
      assertEquals("220 hello", greeting("http://127.0.0.1:" + proxy.port(), host));
    }
  }

  @Test
  void tinyproxyWantsALogin() throws Exception {
    try (var proxy = tinyproxy("BasicAuth ann s3cret")) {
      String at = "127.0.0.1:" + proxy.port();
      assertEquals("220 hello", greeting("http://ann:s3cret@" + at, "localhost"));
      var to = new Endpoint("localhost", target.getLocalPort());
      String gave = "proxy " + at + " gave no connection to " + to + ": ";
      assertEquals(
          gave + "it wants a login; write it into the address as USER:PASSWORD@ (407)",
          failure("http://" + at, to));
      assertTrue(failure("http://ann:no@" + at, to).startsWith(gave + "it "));
    }
  }

  @Test
  void tinyproxySaysWhyNot() throws Exception {
    try (var proxy = tinyproxy("ConnectPort 1")) {
      String at = "127.0.0.1:" + proxy.port();
      var to = new Endpoint("localhost", target.getLocalPort());
      assertEquals(
          "proxy " + at + " gave no connection to " + to + ": it answered 403 Access violation",
          failure("http://" + at, to));
    }
  }
}
