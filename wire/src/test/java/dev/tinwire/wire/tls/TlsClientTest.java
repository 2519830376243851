package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.TimedOut;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes that must work, over a real loopback socket. */
class TlsClientTest {
  private static final String LOCAL = "subjectAltName=DNS:localhost,IP:127.0.0.1";

  @TempDir static Path folder;
  static TestAuthority authority;
  static Credential server;

  @BeforeAll
  static void makeAuthority() throws Exception {
    OpenSsl.assumeInstalled();
    authority = new TestAuthority(folder);
    server = authority.issue("server", TestAuthority.EC, LOCAL, "");
  }

  private static TlsOptions trusting() {
    return TlsOptions.DEFAULT.with(new Trust.Authorities(List.of(authority.certificate())));
  }

  private static TlsServer speaking(String... applicationProtocols) {
    return new TlsServer(server, List.of(applicationProtocols));
  }

  private static SSLSocket connect(TlsOptions options, LocalServer to, String host)
      throws IOException {
    return new TlsClient(options).connect(to::dial, to.as(host), LocalServer.soon());
  }

  private static void assertEchoes(SSLSocket socket) throws IOException {
    byte[] bytes = {1, 2, 3};
    socket.getOutputStream().write(bytes);
    assertArrayEquals(bytes, socket.getInputStream().readNBytes(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void speaksWithAServerWhoseAuthorityIsTrusted(String host) throws Exception {
    try (var to = LocalServer.echoing(speaking());
        var socket = connect(trusting(), to, host)) {
      assertEchoes(socket);
      assertEquals("TLSv1.3", socket.getSession().getProtocol());
      assertEquals(1, to.connections());
    }
  }

  @Test
  void speaksWithAnRsaServer() throws Exception {
    Credential rsa = authority.issue("rsa", "-newkey rsa:2048", LOCAL, "");
    try (var to = LocalServer.echoing(new TlsServer(rsa, List.of()));
        var socket = connect(trusting(), to, "localhost")) {
      assertEchoes(socket);
    }
  }

  @Test
  void aPinnedKeyNeedsNoAuthority() throws Exception {
    var pinned = new Trust.Pinned(Set.of(SpkiPin.of(server.certificate().getPublicKey())));
    try (var to = LocalServer.echoing(speaking());
        var socket = connect(TlsOptions.DEFAULT.with(pinned), to, "localhost")) {
      assertEchoes(socket);
    }
  }

  @Test
  void insecureTakesAnyNameAndAuthority() throws Exception {
    try (var to = LocalServer.echoing(speaking());
        var socket = connect(TlsOptions.DEFAULT.with(new Trust.Insecure()), to, "a.example")) {
      assertEchoes(socket);
    }
  }

  @ParameterizedTest(name = "client {0}, server {1}: {2}")
  @CsvSource(
      textBlock =
          """
          h2 http/1.1, http/1.1,    http/1.1
          a b,         b a,         b
          '',          http/1.1,    none
          h2,          '',          none
          """)
  void theApplicationProtocolIsAgreedOn(String client, String server, String agreed)
      throws Exception {
    try (var to = LocalServer.echoing(speaking(words(server)));
        var socket = connect(trusting().offering(List.of(words(client))), to, "localhost")) {
      assertEquals(agreed, TlsReport.of(socket).applicationProtocol().orElse("none"));
    }
  }

  private static String[] words(String text) {
    return text.isEmpty() ? new String[0] : text.split(" ", -1);
  }

  @Test
  void noApplicationProtocolInCommonIsSaid() throws Exception {
    try (var to = LocalServer.echoing(speaking("x"))) {
      var failed =
          assertThrows(
              TlsFailed.class, () -> connect(trusting().offering(List.of("y")), to, "localhost"));
      assertEquals(Fault.NO_APPLICATION_PROTOCOL, failed.fault());
    }
  }

  /** What to change on the server's side, which our own API does not offer. */
  private interface Setting {
    void on(SSLParameters parameters);
  }

  /** An echoing server that hands over each socket that has shaken hands. */
  private static LocalServer with(
      SSLContext context, Setting setting, BlockingQueue<SSLSocket> seen) throws IOException {
    return new LocalServer(raw -> {
      var socket = (SSLSocket) context.getSocketFactory().createSocket(raw, null, true);
      SSLParameters parameters = socket.getSSLParameters();
      setting.on(parameters);
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      seen.add(socket);
      socket.getInputStream().transferTo(socket.getOutputStream());
    });
  }

  @Test
  void theServerHearsANameWithoutADot() throws Exception {
    var seen = new LinkedBlockingQueue<SSLSocket>();
    try (var to = with(Contexts.server(server), _ -> {}, seen);
        var socket = connect(trusting(), to, "localhost")) {
      assertEchoes(socket);
      var session = (ExtendedSSLSession) seen.take().getSession();
      assertEquals(
          "[type=host_name (0), value=localhost]", session.getRequestedServerNames().toString());
    }
  }

  private static LocalServer withoutX25519() throws IOException {
    return with(
        Contexts.server(server),
        parameters -> parameters.setNamedGroups(new String[] {"secp256r1"}),
        new LinkedBlockingQueue<>());
  }

  @Test
  void aServerWithoutX25519TakesASecondConnectionOnce() throws Exception {
    var client = new TlsClient(trusting());
    try (var to = withoutX25519()) {
      for (int connections = 2; connections <= 3; connections++) {
        try (var socket = client.connect(to::dial, to.as("localhost"), LocalServer.soon())) {
          assertEchoes(socket);
          assertEquals(connections, to.connections());
        }
      }
    }
  }

  @Test
  void anUpgradeOffersAllGroupsAtOnceForItHasNoSecondConnection() throws Exception {
    try (var to = withoutX25519();
        var raw = to.dial();
        var socket =
            new TlsClient(trusting()).handshake(raw, to.as("localhost"), LocalServer.soon())) {
      assertEchoes(socket);
    }
  }

  @Test
  void anOpenConnectionIsUpgraded() throws Exception {
    TlsServer tls = speaking();
    try (var to =
        new LocalServer(raw -> {
          raw.getOutputStream().write('!');
          raw.getInputStream().readNBytes(1);
          try (var socket = tls.serve(raw, LocalServer.soon())) {
            socket.getInputStream().transferTo(socket.getOutputStream());
          }
        })) {
      Socket raw = to.dial();
      assertEquals('!', raw.getInputStream().read());
      raw.getOutputStream().write('?');
      Endpoint peer = to.as("localhost");
      try (var socket = new TlsClient(trusting()).handshake(raw, peer, LocalServer.soon())) {
        assertEchoes(socket);
      }
      assertTrue(raw.isClosed());
    }
  }

  @Test
  void aClientThatIsAskedShowsItsCertificate() throws Exception {
    Credential own = authority.issue("client", TestAuthority.EC, "extendedKeyUsage=clientAuth", "");
    var seen = new LinkedBlockingQueue<SSLSocket>();
    try (var to = with(anyClient(), parameters -> parameters.setNeedClientAuth(true), seen);
        var socket = connect(trusting().with(own), to, "localhost")) {
      assertEchoes(socket);
      assertArrayEquals(own.chain().toArray(), seen.take().getSession().getPeerCertificates());
    }
  }

  /** A server that takes whatever certificate a client shows. */
  private static SSLContext anyClient() throws Exception {
    var context = SSLContext.getInstance("TLS");
    var anybody =
        new X509TrustManager() {
          @Override
          public void checkClientTrusted(X509Certificate[] chain, String authType) {}

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String authType) {}

          @Override
          public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
          }
        };
    context.init(new KeyManager[] {new OneCredential(server)}, new TrustManager[] {anybody}, null);
    return context;
  }

  @Test
  void aDrippingPeerDoesNotOutlastTheDeadline() throws Exception {
    try (var to = new LocalServer(TlsClientTest::drip)) {
      var client = new TlsClient(trusting());
      Socket raw = to.dial();
      var e =
          assertThrows(
              TimedOut.class,
              () -> client.handshake(raw, to.as("localhost"), Deadline.in(Duration.ofMillis(200))));
      assertTrue(
          String.valueOf(e.getMessage()).contains("while shaking hands for TLS with"),
          e::getMessage);
      assertTrue(raw.isClosed());
    }
  }

  /** A record head that promises 16 KiB, then a byte as often as it can be sent. */
  private static void drip(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.getOutputStream().write(new byte[] {22, 3, 3, 0x40, 0, 2, 0, 0x3f, (byte) 0xf0});
    for (int i = 0; i < 16_000; i++) {
      socket.getOutputStream().write(0);
      LockSupport.parkNanos(1_000_000); // 16 s in all: the drip itself, nothing waits for it
    }
  }

  @Test
  void aDeadlineThatHasPassedClosesTheSocket() throws Exception {
    try (var to = LocalServer.echoing(speaking())) {
      Socket raw = to.dial();
      var over = Deadline.in(Duration.ZERO);
      var client = new TlsClient(trusting());
      assertThrows(TimedOut.class, () -> client.handshake(raw, to.as("localhost"), over));
      assertTrue(raw.isClosed());
    }
  }

  @Test
  void aConnectionThatIsCutIsNoProperEnd() throws Exception {
    TlsServer tls = speaking();
    try (var to =
            new LocalServer(raw -> {
              tls.serve(raw, LocalServer.soon()).getOutputStream().write('x');
              raw.close(); // underneath, so without close_notify
            });
        var socket = connect(trusting(), to, "localhost")) {
      assertEquals('x', socket.getInputStream().read());
      assertThrows(SSLException.class, () -> socket.getInputStream().read());
    }
  }

  @Test
  void aFileThatCannotBeReadIsSaidAtTheHandshake() throws Exception {
    Path missing = folder.resolve("missing.pem");
    var client = new TlsClient(trusting().with(new Trust.Authorities(List.of(missing))));
    client.prepare();
    try (var to = LocalServer.echoing(speaking())) {
      var e =
          assertThrows(
              WireException.class,
              () -> client.connect(to::dial, to.as("localhost"), LocalServer.soon()));
      assertEquals(missing + ": no such file", e.getMessage());
    }
  }

  @Test
  void preparingBeforeIsFineAndOnceIsEnough() throws Exception {
    var client = new TlsClient(trusting());
    client.prepare();
    client.prepare();
    try (var to = LocalServer.echoing(speaking());
        var socket = client.connect(to::dial, to.as("localhost"), LocalServer.soon())) {
      assertEchoes(socket);
    }
  }

  @Test
  void theServerHearsThatItsClientDoesNotTrustIt() throws Exception {
    try (var to = LocalServer.echoing(speaking())) {
      assertThrows(TlsFailed.class, () -> connect(TlsOptions.DEFAULT, to, "localhost"));
      var failed = (TlsFailed) to.failure();
      assertEquals(Fault.CERTIFICATE_REFUSED, failed.fault(), failed::getMessage);
    }
  }

  @Test
  void theServerHearsThatItsClientSpeaksNoTls() throws Exception {
    try (var to = LocalServer.echoing(speaking());
        var raw = to.dial()) {
      raw.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      var failed = (TlsFailed) to.failure();
      assertEquals(Fault.NOT_TLS, failed.fault(), failed::getMessage);
    }
  }
}
