package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.testkit.Stage;
import dev.tinwire.testkit.TestIdentity;
import dev.tinwire.wire.tls.Credential;
import dev.tinwire.wire.tls.TlsServer;
import java.io.IOException;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS and plain HTTP on one port, told apart by the first byte. */
class TlsSessionTest {
  private static LocalServer start(Duration head) throws IOException {
    var identity = TestIdentity.localhost();
    var credential = new Credential(List.of(identity.certificate()), (PrivateKey) identity.key());
    var tls = new TlsServer(credential, List.of("http/1.1"));
    return new LocalServer(
        LocalServer.ECHO,
        options -> options.withTls(tls).withLimits(ServerLimits.DEFAULT.withHead(head)));
  }

  @Test
  void aClientHelloIsAnsweredByTls() throws Exception {
    try (var server = start(Duration.ofSeconds(10))) {
      server.talk(
          """
          TLS
          C: POST /a HTTP/1.1
          C: Host: h
          C: Content-Length: 2
          C:
          C+: xy
          S: HTTP/1.1 200 OK
          S*:
          S+: POST /a xy\\n
          C: GET https://h/b HTTP/1.1
          C: Host: h
          C: Connection: close
          C:
          S*:
          S+: GET https://h/b \\n
          S CLOSE
          """,
          Stage.loopback());
    }
  }

  @ParameterizedTest(name = "{0} for {1} goes to {2}")
  @CsvSource({
    "/a%20b?c=d, h:8443, https://h:8443/a%20b?c=d",
    "/, [::1]:8443, https://[::1]:8443/",
    "//x/y, h, https://h//x/y",
    "http://other:81?q, h, https://other:81?q",
  })
  void plainHttpIsToldTheWayToHttps(String target, String host, String location) throws Exception {
    try (var server = start(Duration.ofSeconds(10))) {
      server.talk(
          """
          C: POST %s HTTP/1.1
          C: Host: %s
          C: Content-Length: 2
          C:
          C+: xy
          S: HTTP/1.1 308 Permanent Redirect
          S~: Date: .*
          S~: Content-Length: .*
          S~: Content-Type: .*
          S: Cache-Control: no-cache
          S~: X-Content-Type-Options: .*
          S: Location: %s
          S:
          S+: only https is spoken here\\n
          """
              .formatted(target, host, location));
    }
  }

  @Test
  void aHandshakeThatDoesNotEndIsGivenUpAndDelaysNobody() throws Exception {
    try (var server = start(Duration.ofMillis(1500));
        var stuck = server.connect()) {
      stuck.getOutputStream().write(new byte[] {0x16, 3, 1});
      server.talk(
          """
          TLS
          C: GET /a HTTP/1.1
          C: Host: h
          C:
          S*:
          S+: GET /a \\n
          """);
      assertEquals(-1, readEnd(stuck));
    }
  }

  private static int readEnd(java.net.Socket socket) {
    try {
      int b = socket.getInputStream().read();
      return b == 0x15 ? -1 : b; // an alert is an end as well
    } catch (java.net.SocketException _) {
      return -1;
    } catch (IOException e) {
      throw new AssertionError("it stayed open", e);
    }
  }
}
