package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSocket;
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
  void speaksWithAnIdentityOfRsaWithoutTls13() throws Exception {
    Path here = folder.resolve("rsa-identity");
    var identity = new IdentityStore(here, KeyKind.RSA).open();
    var trust = new Trust.Authorities(List.of(here.resolve("identity-certificate.pem")));
    var server = new TlsServer(identity.credential(), List.of()).withoutTls13();
    try (var to = LocalServer.echoing(server);
        var socket = connect(TlsOptions.DEFAULT.with(trust), to, "localhost")) {
      assertEchoes(socket);
      assertEquals("TLSv1.2", socket.getSession().getProtocol());
      assertEquals("SHA256withRSA", identity.credential().certificate().getSigAlgName());
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

  @Test
  void aConnectionThatIsCutIsNoProperEnd() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    String key = folder.resolve("server.key").toString();
    String certificate = folder.resolve("server.pem").toString();
    var words = List.of("-cp", classes, CutConnection.class.getName(), certificate, key);
    assertEquals("refused\n", authority.openSsl().run(java, words));
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
