package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JDK's own check of names is asked for where it could say something that ours does not. */
class AuthorityTrustTest {
  @TempDir static Path folder;
  static TestAuthority authority;

  @BeforeAll
  static void makeAuthority() throws Exception {
    OpenSsl.assumeInstalled();
    authority = new TestAuthority(folder);
  }

  /** Trusts everybody, and notes which check of the name it was asked for. */
  private static final class Asked extends X509ExtendedTrustManager {
    String algorithm = "never asked";

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
      var parameters = ((SSLSocket) socket).getSSLParameters();
      algorithm = String.valueOf(parameters.getEndpointIdentificationAlgorithm());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  @ParameterizedTest(name = "{0}: {1} under {2}, public authorities {3}: {4}, {5}")
  @CsvSource(
      textBlock =
          """
          a, a.example.com, DNS:a.example.com,                      true,  null,  fine
          b, A.EXAMPLE.com, DNS:a.example.com,                      true,  null,  fine
          c, a.example.com, DNS:*.example.com,                      true,  HTTPS, fine
          d, a.example.com, 'DNS:*.example.com,DNS:a.example.com',  true,  null,  fine
          e, b.example.com, 'DNS:*.example.com,DNS:a.example.com',  true,  HTTPS, fine
          f, 127.0.0.1,     IP:127.0.0.1,                           true,  null,  fine
          g, 127.0.0.1,     DNS:127.0.0.1,                          true,  HTTPS, refused
          h, b.example.com, DNS:a.example.com,                      true,  HTTPS, refused
          i, a.example.com, DNS:*.example.com,                      false, null,  fine
          j, b.example.com, DNS:a.example.com,                      false, null,  refused
          """)
  void theJdkIsAskedAboutWildcardsOfPublicAuthorities(
      String name, String host, String names, boolean everybodys, String asked, String outcome)
      throws Exception {
    Credential server = authority.issue(name, TestAuthority.EC, "subjectAltName=" + names, "");
    var authorities = new Asked();
    var trust = new AuthorityTrust(authorities, InstantSource.system(), everybodys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {trust}, null);
    try (var to = LocalServer.echoing(new TlsServer(server, List.of()));
        var raw = to.dial();
        var socket =
            (SSLSocket) context.getSocketFactory().createSocket(raw, host, raw.getPort(), true)) {
      assertEquals(outcome, outcome(socket));
      assertEquals(asked, authorities.algorithm);
    }
  }

  private static String outcome(SSLSocket socket) throws Exception {
    try {
      socket.startHandshake();
      return "fine";
    } catch (SSLException e) {
      return e.getCause() instanceof Distrusted ? "refused" : e.toString();
    }
  }
}
