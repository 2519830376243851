package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.TestIdentity;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short key first, nothing lost, nothing weak ahead of what is strong. */
class CipherOrderTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          TLS_AES_256_GCM_SHA384 TLS_AES_128_GCM_SHA256 TLS_CHACHA20_POLY1305_SHA256, TLS_AES_128_GCM_SHA256 TLS_AES_256_GCM_SHA384 TLS_CHACHA20_POLY1305_SHA256
          TLS_CHACHA20_POLY1305_SHA256 TLS_AES_256_GCM_SHA384,                        TLS_CHACHA20_POLY1305_SHA256 TLS_AES_256_GCM_SHA384
          TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 TLS_AES_256_GCM_SHA384,               TLS_AES_256_GCM_SHA384 TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
          TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
          TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,   TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
          TLS_RSA_WITH_AES_128_GCM_SHA256 TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256 TLS_RSA_WITH_AES_128_GCM_SHA256
          TLS_RSA_WITH_AES_256_GCM_SHA384 TLS_RSA_WITH_AES_128_GCM_SHA256,            TLS_RSA_WITH_AES_256_GCM_SHA384 TLS_RSA_WITH_AES_128_GCM_SHA256
          """)
  void suitesAreOrdered(String given, String sorted) {
    assertEquals(sorted, String.join(" ", CipherOrder.fastestFirst(given.split(" ", -1))));
  }

  @Test
  void nothingIsLostOrAddedAndTheGivenOnesStay() throws Exception {
    String[] given = SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites();
    String[] before = given.clone();
    String[] sorted = CipherOrder.fastestFirst(given);
    assertEquals(Set.of(given), Set.of(sorted));
    assertEquals(given.length, sorted.length);
    assertTrue(Arrays.equals(before, given));
  }

  /** A server that leaves the choice to the client, as most do, is told what we like best. */
  @ParameterizedTest
  @CsvSource({"false, TLS_AES_128_GCM_SHA256", "true, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"})
  void aServerThatFollowsTheClientComesToTheShortKey(boolean old, String agreed) throws Exception {
    var identity = TestIdentity.localhost();
    var credential = new Credential(List.of(identity.certificate()), (PrivateKey) identity.key());
    var pinned = new Trust.Pinned(Set.of(SpkiPin.of(identity.certificate().getPublicKey())));
    var client = new TlsClient(TlsOptions.DEFAULT.with(pinned));
    SSLContext context = Contexts.server(credential);
    try (var to =
            new LocalServer(raw -> {
              var socket = (SSLSocket) context.getSocketFactory().createSocket(raw, null, true);
              var parameters = socket.getSSLParameters();
              parameters.setUseCipherSuitesOrder(false);
              if (old) parameters.setProtocols(new String[] {"TLSv1.2"});
              socket.setSSLParameters(parameters);
              socket.startHandshake();
              socket.getInputStream().transferTo(socket.getOutputStream());
            });
        var socket = client.connect(to::dial, to.as("localhost"), LocalServer.soon())) {
      assertEquals(agreed, socket.getSession().getCipherSuite());
    }
  }
}
