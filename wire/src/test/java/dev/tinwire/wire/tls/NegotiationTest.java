package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the two sides tell each other in a handshake, seen from the server. */
class NegotiationTest {
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

  private static SSLSocket connect(TlsOptions options, LocalServer to, String host)
      throws IOException {
    return new TlsClient(options).connect(to::dial, to.as(host), LocalServer.soon());
  }

  private static void assertEchoes(SSLSocket socket) throws IOException {
    byte[] bytes = {1, 2, 3};
    socket.getOutputStream().write(bytes);
    assertArrayEquals(bytes, socket.getInputStream().readNBytes(3));
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
  void anUpgradeThatCanComeAgainMayAskQuicklyFirst() throws Exception {
    var client = new TlsClient(trusting());
    try (var to = withoutX25519()) {
      var e =
          assertThrows(
              TlsFailed.class,
              () -> client.quickHandshake(to.dial(), to.as("localhost"), LocalServer.soon()));
      assertTrue(client.offersMoreAfter(e));
      assertFalse(client.offersMoreAfter(e));
      try (var socket = client.quickHandshake(to.dial(), to.as("localhost"), LocalServer.soon())) {
        assertEchoes(socket);
      }
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
}
