package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsReportTest {
  @TempDir Path folder;

  @Test
  void showsWhatWasAgreedOnAndTheChain() throws Exception {
    OpenSsl.assumeInstalled();
    var authority = new TestAuthority(folder);
    Credential shown =
        authority.issue("shown", "-newkey rsa:2048", "subjectAltName=DNS:localhost,IP:::1", "");
    var options = TlsOptions.DEFAULT.with(new Trust.Authorities(List.of(authority.certificate())));
    try (var server = LocalServer.echoing(new TlsServer(shown, List.of("x")));
        var socket =
            new TlsClient(options.offering(List.of("x")))
                .connect(server::dial, server.as("localhost"), LocalServer.soon())) {
      assertLinesMatch(
          """
          TLS 1\\.3, TLS_AES_128_GCM_SHA256, x
          certificate 1 of 1
            subject      CN=shown
            names        localhost, 0:0:0:0:0:0:0:1
            issuer       CN=Test_Authority
            valid        20..-..-.. ..:.. UTC to 20..-..-.. ..:.. UTC
            key          RSA 2048
            signature    SHA256withECDSA
            fingerprint  SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}
            pin          sha256//.{43}=
          """
              .lines()
              .toList(),
          TlsReport.of(socket).lines());
      assertEquals(
          List.of(CertificateReport.of(shown.certificate())), TlsReport.of(socket).chain());
    }
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      textBlock =
          """
          -newkey ec -pkeyopt ec_paramgen_curve:P-384, EC 384
          -newkey rsa:3072,                            RSA 3072
          -newkey ed25519,                             Ed25519
          """)
  void namesTheKindAndSizeOfAKey(String newKey, String shown) throws Exception {
    OpenSsl.assumeInstalled();
    var openSsl = new OpenSsl(folder);
    openSsl.run("req -x509 -nodes " + newKey + " -subj /CN=x -keyout x.key -out x.pem");
    var certificate = Credential.read(openSsl.file("x.pem"), openSsl.file("x.key")).certificate();
    assertEquals(shown, CertificateReport.of(certificate).key());
    String fingerprint = openSsl.run("x509 -in x.pem -noout -fingerprint -sha256");
    assertEquals(
        fingerprint.strip().replaceFirst("(?i)sha256 Fingerprint=", "SHA-256 "),
        Fingerprint.of(certificate));
  }

  @Test
  void nothingInACertificateReachesTheTerminalRaw() throws Exception {
    OpenSsl.assumeInstalled();
    var openSsl = new OpenSsl(folder);
    openSsl.run(
        "openssl",
        List.of(
            ("req -x509 -nodes -utf8 "
                    + TestAuthority.EC
                    + " -subj /CN=a\u001b[31m -keyout x.key -out"
                    + " x.pem")
                .split(" ", -1)));
    var certificate = Credential.read(openSsl.file("x.pem"), openSsl.file("x.key")).certificate();
    assertEquals("CN=a\\x1b[31m", CertificateReport.of(certificate).subject());
  }
}
