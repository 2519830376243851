package dev.tinwire.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import org.junit.jupiter.api.Test;

class TestIdentityTest {
  private final TestIdentity identity = TestIdentity.localhost();

  @Test
  void isMadeOnceAndNamesEveryLoopbackAddress() throws Exception {
    assertSame(identity, TestIdentity.localhost());
    assertEquals(
        "[[2, localhost], [7, 127.0.0.1], [7, 0:0:0:0:0:0:0:1]]",
        identity.certificate().getSubjectAlternativeNames().toString());
  }

  @Test
  void thePemIsTheCertificate() throws Exception {
    var read =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(
                    identity.certificatePem().getBytes(StandardCharsets.US_ASCII)));
    assertEquals(identity.certificate(), read);
    assertTrue(identity.keyPem().startsWith("-----BEGIN PRIVATE KEY-----\n"));
  }

  @Test
  void keytoolsOwnWordsAreShownWhenItRefuses() {
    var error = assertThrows(AssertionError.class, () -> TestIdentity.made("-ext", "SAN=nonsense"));
    assertTrue(error.toString().contains("keytool error"), error::toString);
  }
}
