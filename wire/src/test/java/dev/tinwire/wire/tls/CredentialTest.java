package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.WireException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates and keys in all the forms openssl writes. */
class CredentialTest {
  @TempDir Path folder;
  OpenSsl openSsl;

  @BeforeAll
  static void needsOpenSsl() {
    OpenSsl.assumeInstalled();
  }

  @BeforeEach
  void inItsFolder() {
    openSsl = new OpenSsl(folder);
  }

  private Credential read(String certificate, String key) throws Exception {
    return Credential.read(openSsl.file(certificate), openSsl.file(key));
  }

  private void certificate(String key) throws Exception {
    openSsl.run("req -x509 -new -key " + key + " -subj /CN=x -out x.pem");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # written by                                             | begins with           | kind
          genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048     | PRIVATE KEY           | RSA
          genrsa -traditional 2048                                 | RSA PRIVATE KEY       | RSA
          genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256   | PRIVATE KEY           | EC
          ecparam -genkey -name secp384r1                          | EC PARAMETERS         | EC
          ecparam -genkey -name prime256v1 -noout                  | EC PRIVATE KEY        | EC
          genpkey -algorithm ed25519                               | PRIVATE KEY           | EdDSA
          genpkey -algorithm ed448                                 | PRIVATE KEY           | EdDSA
          """)
  void everyKeyOpensslWritesIsRead(String words, String label, String kind) throws Exception {
    String key = openSsl.run(words);
    openSsl.write("x.key", key.substring(key.indexOf("-----BEGIN")));
    certificate("x.key");
    assertEquals(label, Pem.parse(Files.readString(openSsl.file("x.key"))).getFirst().label());
    assertEquals(kind, read("x.pem", "x.key").key().getAlgorithm());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"pkcs8 -topk8", "ec -aes128"})
  void anEncryptedKeyIsRefusedWithTheCommandThatHelps(String words) throws Exception {
    openSsl.run("ecparam -genkey -name prime256v1 -noout -out x.key");
    certificate("x.key");
    openSsl.run(words + " -in x.key -passout pass:x -out ENCRYPTED.pem");
    var e = assertThrows(WireException.class, () -> read("x.pem", "ENCRYPTED.pem"));
    String message = String.valueOf(e.getMessage());
    String command = message.substring(message.indexOf("openssl "));
    openSsl.run(command.substring("openssl ".length()) + " -passin pass:x");
    assertEquals("EC", read("x.pem", "key.pem").key().getAlgorithm());
  }

  @Test
  void aKeyMustFitItsCertificate() throws Exception {
    openSsl.run("ecparam -genkey -name prime256v1 -noout -out x.key");
    certificate("x.key");
    openSsl.run("ecparam -genkey -name prime256v1 -noout -out other.key");
    openSsl.run("genrsa -out rsa.key 2048");
    for (String other : new String[] {"other.key", "rsa.key"}) {
      var e = assertThrows(WireException.class, () -> read("x.pem", other));
      assertEquals(
          "the private key in %s does not belong to the certificate in %s"
              .formatted(openSsl.file(other), openSsl.file("x.pem")),
          e.getMessage());
    }
  }

  @Test
  void errorsNameTheFile() throws Exception {
    openSsl.run("ecparam -genkey -name prime256v1 -noout -out x.key");
    certificate("x.key");
    openSsl.write("two.key", Files.readString(openSsl.file("x.key")).repeat(2));
    openSsl.write("bad.pem", "-----BEGIN CERTIFICATE-----\nAQI=\n-----END CERTIFICATE-----\n");
    openSsl.write("bad.key", "-----BEGIN PRIVATE KEY-----\nAQI=\n-----END PRIVATE KEY-----\n");
    assertSays("none.pem: no such file", "none.pem", "x.key");
    assertSays("x.key: no certificate in it", "x.key", "x.key");
    assertSays("x.pem: no private key in it; where it is, --key says", "x.pem", "x.pem");
    openSsl.run("pkcs12 -export -in x.pem -inkey x.key -out x.p12 -passout pass:x");
    assertSays(
        "x.p12: no certificate in it, for it is binary; PEM is made so: openssl pkcs12 -in FILE.p12"
            + " -nodes -out FILE.pem",
        "x.p12",
        "x.key");
    assertSays("two.key: more than one private key in it", "x.pem", "two.key");
    assertSays("bad.pem: certificate 1 cannot be read", "bad.pem", "x.key");
    assertSays(
        "bad.key: bad private key \"2 bytes of DER\": at byte 0 there is a tag 1 where 48 was"
            + " expected",
        "x.pem",
        "bad.key");
  }

  private void assertSays(String sentence, String certificate, String key) {
    var e = assertThrows(WireException.class, () -> read(certificate, key));
    assertEquals(folder + "/" + sentence, e.getMessage());
  }

  @Test
  void showsItsNameAndNeverItsKey() throws Exception {
    openSsl.run("ecparam -genkey -name prime256v1 -noout -out x.key");
    certificate("x.key");
    Credential credential = read("x.pem", "x.key");
    assertEquals("Credential of CN=x", credential.toString());
    assertFalse(credential.toString().contains(credential.key().toString()));
  }
}
