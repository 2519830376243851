package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.testkit.TestIdentity;
import java.io.IOException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client may offer what it likes; we agree to what is strong. */
class ServerStrengthTest {
  /** What a client that offers this comes to. */
  private static String agreed(Consumer<SSLParameters> offer) throws IOException {
    var identity = TestIdentity.localhost();
    var credential = new Credential(List.of(identity.certificate()), (PrivateKey) identity.key());
    try (var server = LocalServer.echoing(new TlsServer(credential, List.of()));
        var raw = server.dial();
        var socket =
            (SSLSocket)
                identity
                    .trusting()
                    .getSocketFactory()
                    .createSocket(raw, "localhost", raw.getPort(), true)) {
      SSLParameters parameters = socket.getSSLParameters();
      offer.accept(parameters);
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket.getSession().getCipherSuite();
    }
  }

  private static Consumer<SSLParameters> inTls12(String... suites) {
    return parameters -> {
      parameters.setProtocols(new String[] {"TLSv1.2"});
      parameters.setCipherSuites(suites);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"AES_256_GCM_SHA384", "AES_128_GCM_SHA256", "CHACHA20_POLY1305_SHA256"})
  void authenticatedCiphersAreTaken(String cipher) throws IOException {
    String suite = "TLS_ECDHE_ECDSA_WITH_" + cipher;
    assertEquals(suite, agreed(inTls12(suite)));
    String newer = "TLS_" + cipher;
    assertEquals(newer, agreed(offer -> offer.setCipherSuites(new String[] {newer})));
  }

  /** Each client offers, in its own order, what stands in the first column. */
  @ParameterizedTest(name = "of {0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AES_256_GCM_SHA384 CHACHA20_POLY1305_SHA256 AES_128_GCM_SHA256 | AES_128_GCM_SHA256
          CHACHA20_POLY1305_SHA256 AES_256_GCM_SHA384                    | AES_256_GCM_SHA384
          CHACHA20_POLY1305_SHA256 AES_128_GCM_SHA256                    | AES_128_GCM_SHA256
          CHACHA20_POLY1305_SHA256                                       | CHACHA20_POLY1305_SHA256
          """)
  void theFastestIsTakenWhateverTheClientPutsFirst(String offered, String taken)
      throws IOException {
    String[] ciphers = offered.split(" ");
    assertEquals("TLS_" + taken, agreed(offer -> offer.setCipherSuites(named("TLS_", ciphers))));
    String older = "TLS_ECDHE_ECDSA_WITH_";
    assertEquals(older + taken, agreed(inTls12(named(older, ciphers))));
  }

  private static String[] named(String prefix, String... ciphers) {
    return Arrays.stream(ciphers).map(prefix::concat).toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AES_256_CBC_SHA384", "AES_128_CBC_SHA256", "AES_128_CBC_SHA"})
  void blockCiphersAreNot(String cipher) {
    assertThrows(SSLException.class, () -> agreed(inTls12("TLS_ECDHE_ECDSA_WITH_" + cipher)));
  }

  @Test
  void norAreKeysFromLargeNumbers() {
    assertThrows(
        SSLException.class,
        () -> agreed(offer -> offer.setNamedGroups(new String[] {"ffdhe8192"})));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x25519", "secp256r1", "secp384r1", "secp521r1", "x448"})
  void curvesAre(String group) throws IOException {
    assertEquals(
        "TLS_AES_128_GCM_SHA256", agreed(offer -> offer.setNamedGroups(new String[] {group})));
  }
}
