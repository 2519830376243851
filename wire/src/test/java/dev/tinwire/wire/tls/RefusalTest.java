package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.Endpoint;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real handshakes that must fail, and what a person is told. */
class RefusalTest {
  @TempDir static Path folder;
  static TestAuthority authority;

  @BeforeAll
  static void makeAuthority() throws Exception {
    OpenSsl.assumeInstalled();
    authority = new TestAuthority(folder);
  }

  private static TlsClient believing(Trust trust) {
    return new TlsClient(TlsOptions.DEFAULT.with(trust));
  }

  private static TlsClient careful() {
    return believing(new Trust.Authorities(List.of(authority.certificate())));
  }

  private static TlsFailed refused(TlsClient client, Credential shown, String host)
      throws IOException {
    try (var server = LocalServer.echoing(new TlsServer(shown, List.of()))) {
      return assertThrows(
          TlsFailed.class, () -> client.connect(server::dial, server.as(host), LocalServer.soon()));
    }
  }

  private static void assertSays(Fault fault, String sentence, TlsFailed failed) {
    assertEquals(fault, failed.fault(), failed::getMessage);
    assertTrue(String.valueOf(failed.getMessage()).endsWith(": " + sentence), failed::getMessage);
  }

  @ParameterizedTest(name = "{0} is {5}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # CN      | key                                 | extensions                           | issued how  | host        | fault            | sentence
          other     | -newkey ec -pkeyopt ec_paramgen_curve:P-256 | subjectAltName=DNS:a.example,DNS:*.b.example,IP:192.0.2.1 | | localhost | WRONG_HOST | the certificate is for a.example, *.b.example, 192.0.2.1, not for localhost
          address   | -newkey ec -pkeyopt ec_paramgen_curve:P-256 | subjectAltName=DNS:127.0.0.1         |             | 127.0.0.1   | WRONG_HOST       | the certificate is for 127.0.0.1, not for 127.0.0.1
          localhost | -newkey ec -pkeyopt ec_paramgen_curve:P-256 | extendedKeyUsage=serverAuth          |             | localhost   | NAMED_IN_COMMON_NAME_ONLY | the certificate of CN=localhost names no host but in its common name, which does not count (RFC 9525 §2)
          old       | -newkey ec -pkeyopt ec_paramgen_curve:P-256 | subjectAltName=DNS:localhost         | -startdate 20200101000000Z -enddate 20210203040506Z | localhost | EXPIRED | the certificate of CN=old expired at 2021-02-03 04:05 UTC, it is NOW now
          young     | -newkey ec -pkeyopt ec_paramgen_curve:P-256 | subjectAltName=DNS:localhost         | -startdate 20480101000000Z -enddate 20490101000000Z | localhost | NOT_YET_VALID | the certificate of CN=young is not valid before 2048-01-01 00:00 UTC, it is NOW now (if this clock is right)
          client    | -newkey ec -pkeyopt ec_paramgen_curve:P-256 | subjectAltName=DNS:localhost`extendedKeyUsage=clientAuth | | localhost | NOT_FOR_SERVERS | the certificate of CN=client is for clients only, not for servers
          mail      | -newkey ec -pkeyopt ec_paramgen_curve:P-256 | subjectAltName=DNS:localhost`extendedKeyUsage=emailProtection | | localhost | NOT_FOR_SERVERS | the certificate of CN=mail is for other purposes only, not for servers
          small     | -newkey rsa:1024                    | subjectAltName=DNS:localhost         |             | localhost   | WEAK_KEY         | the certificate of CN=small has a weak key, RSA 1024 bits; at least RSA 2048 or EC 224 is expected
          sha       | -newkey ec -pkeyopt ec_paramgen_curve:P-256 | subjectAltName=DNS:localhost         | -md sha1    | localhost   | WEAK_SIGNATURE   | the certificate of CN=sha is signed with SHA1withECDSA, which can be forged; at least SHA-256 is expected
          """)
  void aBadCertificateIsRefusedInOneSentence(
      String name,
      String key,
      String extensions,
      String how,
      String host,
      Fault fault,
      String sentence)
      throws Exception {
    Credential shown =
        authority.issue(name, key, extensions.replace('`', '\n'), how == null ? "" : how);
    Instant now = Instant.now();
    var options = TlsOptions.DEFAULT.with(new Trust.Authorities(List.of(authority.certificate())));
    TlsFailed failed = refused(new TlsClient(options, InstantSource.fixed(now)), shown, host);
    assertSays(fault, sentence.replace("NOW", CertificateReport.minute(now)), failed);
    assertEquals(shown.chain(), failed.chain());
  }

  @Test
  void anUnknownAuthorityIsNamed() throws Exception {
    Credential shown =
        authority.issue("stranger", TestAuthority.EC, "subjectAltName=DNS:localhost", "");
    assertSays(
        Fault.UNKNOWN_AUTHORITY,
        "the certificate of CN=stranger is issued by CN=Test_Authority, who is not trusted here; if"
            + " they should be, name their certificate with --cacert",
        refused(believing(new Trust.Platform()), shown, "localhost"));
  }

  @Test
  void aSelfSignedCertificateIsShownWithItsFingerprint() throws Exception {
    Credential shown =
        authority.selfSigned("alone", "/CN=alone", "-addext subjectAltName=DNS:localhost");
    assertSays(
        Fault.SELF_SIGNED,
        "the certificate of CN=alone vouches for itself and is not trusted here; if its fingerprint"
            + " is right ("
            + Fingerprint.of(shown.certificate())
            + "), use --pin "
            + SpkiPin.of(shown.certificate().getPublicKey()),
        refused(careful(), shown, "localhost"));
  }

  @Test
  void anotherKeyThanThePinnedIsShown() throws Exception {
    Credential shown =
        authority.selfSigned("swapped", "/CN=swapped", "-addext subjectAltName=DNS:localhost");
    SpkiPin other = SpkiPin.parse("sha256//" + "A".repeat(43) + "=");
    assertSays(
        Fault.WRONG_PIN,
        "the certificate of CN=swapped has the key "
            + SpkiPin.of(shown.certificate().getPublicKey())
            + ", which is not a pinned one",
        refused(believing(new Trust.Pinned(Set.of(other))), shown, "localhost"));
  }

  @Test
  void thePinnedKeyStillNeedsTheRightName() throws Exception {
    Credential shown =
        authority.selfSigned("pinned", "/CN=pinned", "-addext subjectAltName=DNS:a.example");
    SpkiPin pin = SpkiPin.of(shown.certificate().getPublicKey());
    assertSays(
        Fault.WRONG_HOST,
        "the certificate is for a.example, not for localhost",
        refused(believing(new Trust.Pinned(Set.of(pin))), shown, "localhost"));
  }

  @Test
  void aTrustedCertificateItselfIsNotTrustedBeyondItsEnd() throws Exception {
    // The JDK would: it looks at no date of a certificate that is an anchor.
    Credential shown =
        authority.selfSigned("anchor", "/CN=anchor", "-addext subjectAltName=DNS:localhost");
    Instant end = shown.certificate().getNotAfter().toInstant();
    var trust = new Trust.Authorities(List.of(authority.openSsl().file("anchor.pem")));
    var late =
        new TlsClient(TlsOptions.DEFAULT.with(trust), InstantSource.fixed(end.plusSeconds(1)));
    assertEquals(Fault.EXPIRED, refused(late, shown, "localhost").fault());
  }

  /** Alerts and ServerHellos by hand: RFC 5246 §7.2, §7.4.1.3; RFC 8446 §6. */
  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # sent after the ClientHello | fault | sentence
          15 0302 0002 0246 | OLD_PROTOCOL | the peer speaks an older TLS; 1.2 or 1.3 is expected
          16 0302 002a 02 000026 0302 1111111111111111111111111111111111111111111111111111111111111111 00 c013 00 | OLD_PROTOCOL | the peer speaks an older TLS; 1.2 or 1.3 is expected
          15 0303 0002 0228 | NOTHING_IN_COMMON | the peer refused our offer: no version, cipher, group or signature in common, or it wants a certificate from us
          15 0303 0002 0270 | UNRECOGNIZED_NAME | the peer says it does not serve this name
          15 0303 0002 0278 | NO_APPLICATION_PROTOCOL | the peer speaks none of the protocols offered by ALPN
          15 0303 0002 0274 | CERTIFICATE_WANTED | the peer wants a certificate from us, and there is none
          15 0303 0002 0230 | CERTIFICATE_REFUSED | the peer refused our certificate: (unknown_ca) Received fatal alert: unknown_ca
          15 0303 0002 0250 | OTHER | (internal_error) Received fatal alert: internal_error
          3232302073 6d74702e6578616d706c65 0d0a | NOT_TLS | the peer does not speak TLS on this port
          485454502f312e3120343030 0d0a0d0a | NOT_TLS | the peer does not speak TLS on this port
                            | CLOSED | the peer closed the connection during the handshake
          16 0303 0030 02   | CLOSED | the peer closed the connection during the handshake
          """)
  void aPeerThatCannotIsToldFromOneThatMayNot(String hex, Fault fault, String sentence)
      throws Exception {
    byte[] answer = HexFormat.of().parseHex(hex == null ? "" : hex.replace(" ", ""));
    try (var server = new LocalServer(socket -> answer(socket, answer))) {
      TlsFailed failed =
          assertThrows(
              TlsFailed.class,
              () ->
                  believing(new Trust.Insecure())
                      .handshake(server.dial(), server.as("localhost"), LocalServer.soon()));
      assertSays(fault, sentence, failed);
    }
  }

  /** Takes the whole ClientHello first: closing on unread bytes would reset the connection. */
  private static void answer(Socket socket, byte[] answer) throws IOException {
    byte[] header = socket.getInputStream().readNBytes(5);
    socket.getInputStream().readNBytes((header[3] & 0xff) << 8 | (header[4] & 0xff));
    socket.getOutputStream().write(answer);
  }

  @Test
  void theSentenceBeginsWithWhereItHappened() throws Exception {
    try (var server = new LocalServer(Socket::close)) {
      Endpoint peer = server.as("localhost");
      var failed =
          assertThrows(
              TlsFailed.class, () -> careful().handshake(server.dial(), peer, LocalServer.soon()));
      assertTrue(
          String.valueOf(failed.getMessage()).startsWith("no TLS with " + peer + ": "),
          failed::getMessage);
    }
  }
}
