package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.wire.Endpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With openssl and curl at the other end. */
@Tag("interop")
class TlsInterop {
  @TempDir Path folder;

  @BeforeEach
  void needsOpenSsl() {
    OpenSsl.assumeInstalled();
  }

  /** An openssl server that sends back each line reversed, and ends with its test. */
  private record Server(Process process, int port) implements AutoCloseable {
    static Server start(Path folder, List<String> options) throws IOException {
      int port = freePort();
      var command = new ArrayList<>(List.of("openssl", "s_server", "-rev"));
      command.addAll(List.of("-accept", "127.0.0.1:" + port));
      command.addAll(options);
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      awaitAccept(process.inputReader(StandardCharsets.UTF_8));
      return new Server(process, port);
    }

    private static int freePort() throws IOException {
      try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return probe.getLocalPort();
      }
    }

    private static void awaitAccept(BufferedReader output) throws IOException {
      var said = new StringBuilder();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith("ACCEPT")) return;
        said.append(line).append('\n');
      }
      throw new AssertionError("openssl s_server ended: " + said);
    }

    Socket dial() throws IOException {
      return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() {
      process.destroy();
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      textBlock =
          """
          -tls1_3, EC,  -newkey ec -pkeyopt ec_paramgen_curve:P-256
          -tls1_2, EC,  -newkey ec -pkeyopt ec_paramgen_curve:P-256
          -tls1_3, EC,  -newkey ec -pkeyopt ec_paramgen_curve:P-384
          -tls1_3, RSA, -newkey rsa:2048
          -tls1_2, RSA, -newkey rsa:2048
          -tls1_3, Ed,  -newkey ed25519
          -tls1_3 -groups P-256, EC, -newkey ec -pkeyopt ec_paramgen_curve:P-256
          """)
  void ourClientSpeaksWithOpenssl(String version, String kind, String newKey) throws Exception {
    var authority = new TestAuthority(folder);
    Credential shown = authority.issue("server", newKey, "subjectAltName=DNS:localhost", "");
    var options = new ArrayList<>(List.of("-cert", "server.pem", "-key", "server.key"));
    options.addAll(List.of(version.split(" ", -1)));
    var client =
        new TlsClient(
            TlsOptions.DEFAULT.with(new Trust.Authorities(List.of(authority.certificate()))));
    try (var server = Server.start(folder, options);
        var socket =
            client.connect(
                server::dial, new Endpoint("localhost", server.port()), LocalServer.soon())) {
      socket.getOutputStream().write("abc\n".getBytes(StandardCharsets.US_ASCII));
      assertArrayEquals(
          "cba\n".getBytes(StandardCharsets.US_ASCII), socket.getInputStream().readNBytes(4));
      assertEquals(
          List.of(CertificateReport.of(shown.certificate())), TlsReport.of(socket).chain());
      assertTrue(TlsReport.of(socket).chain().getFirst().key().startsWith(kind));
    }
  }

  @Test
  void ourClientRefusesAnOpensslOfTls11() throws Exception {
    var authority = new TestAuthority(folder);
    authority.issue("server", TestAuthority.EC, "subjectAltName=DNS:localhost", "");
    var client =
        new TlsClient(
            TlsOptions.DEFAULT.with(new Trust.Authorities(List.of(authority.certificate()))));
    var options =
        List.of(
            "-cert", "server.pem", "-key", "server.key", "-tls1_1", "-cipher", "ALL:@SECLEVEL=0");
    try (var server = Server.start(folder, options)) {
      var peer = new Endpoint("localhost", server.port());
      var failed =
          assertThrows(
              TlsFailed.class, () -> client.connect(server::dial, peer, LocalServer.soon()));
      assertEquals(Fault.OLD_PROTOCOL, failed.fault(), failed::getMessage);
    }
  }

  @ParameterizedTest
  @CsvSource({"-tls1_3", "-tls1_2"})
  void opensslSpeaksWithOurServer(String version) throws Exception {
    Identity identity = new IdentityStore(folder).open();
    try (var server = LocalServer.echoing(new TlsServer(identity.credential(), List.of("x")))) {
      Endpoint at = server.as("localhost");
      String said =
          new OpenSsl(folder)
              .run(
                  "s_client -connect 127.0.0.1:%d %s -CAfile identity-certificate.pem -verify_return_error -verify_hostname localhost -servername localhost -alpn y,x"
                      .formatted(at.port(), version));
      assertTrue(said.contains("Verification: OK"), said);
      assertTrue(said.contains("ALPN protocol: x"), said);
    }
  }

  @Test
  void curlTrustsTheIdentityByFileAndByPin() throws Exception {
    assumeTrue(OpenSsl.onPath("curl"), "needs the curl program");
    Identity identity = new IdentityStore(folder).open();
    var tls = new TlsServer(identity.credential(), List.of("http/1.1"));
    try (var server = new LocalServer(raw -> answer(tls, raw))) {
      var openSsl = new OpenSsl(folder);
      for (String host : List.of("localhost", "127.0.0.1")) {
        String url = "https://" + server.as(host) + "/";
        var byFile = List.of("-sS", "-4", "--cacert", "identity-certificate.pem", url);
        assertEquals("hello\n", openSsl.run("curl", byFile));
        var byPin = List.of("-sS", "-4", "-k", "--pinnedpubkey", identity.pin().toString(), url);
        assertEquals("hello\n", openSsl.run("curl", byPin));
      }
    }
  }

  private static void answer(TlsServer tls, Socket raw) throws IOException {
    try (var socket = tls.serve(raw, LocalServer.soon())) {
      socket.getInputStream().read(new byte[4096]);
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello\n"
                  .getBytes(StandardCharsets.US_ASCII));
    }
  }
}
