package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final CertificateNames NAMES =
      LocalNames.of("here", Set.of(InetAddress.ofLiteral("192.0.2.1")));

  @TempDir Path home;

  private IdentityStore store(Instant now) {
    return new IdentityStore(folder(), InstantSource.fixed(now), new SecureRandom());
  }

  private Path folder() {
    return home.resolve("config/tinwire");
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void isMadeOnceAndKept() throws IOException {
    Identity made = store(NOW).open(NAMES);
    Identity kept = store(NOW.plusSeconds(1)).open(NAMES);
    assertEquals(made, kept);
    assertEquals(made.fingerprint(), kept.fingerprint());
  }

  @Test
  void itsFilesAreTheUsersAlone() throws IOException {
    store(NOW).open(NAMES);
    assertEquals("rwx------", mode(folder()));
    assertEquals("rw-------", mode(folder().resolve("identity.pem")));
    assertEquals("rw-r--r--", mode(folder().resolve("identity-certificate.pem")));
    Files.setPosixFilePermissions(
        folder().resolve("identity.pem"), PosixFilePermissions.fromString("rw-rw-rw-"));
    store(NOW).open(NAMES);
    assertEquals("rw-------", mode(folder().resolve("identity.pem")));
    try (var files = Files.list(folder())) {
      assertEquals(
          Set.of("identity.pem", "identity-certificate.pem", "identity.lock"),
          new HashSet<>(files.map(file -> String.valueOf(file.getFileName())).toList()));
    }
  }

  @Test
  void theFileToGiveAwayHasNoKey() throws IOException {
    Identity made = store(NOW).open(NAMES);
    Path shown = folder().resolve("identity-certificate.pem");
    assertEquals(made.credential().chain(), PemFile.certificates(shown));
    assertThrows(WireException.class, () -> PemFile.privateKey(shown));
  }

  @Test
  void theKeySurvivesARenewal() throws IOException {
    Identity made = store(NOW).open(NAMES);
    Identity renewed = store(NOW.plus(Duration.ofDays(380))).open(NAMES);
    assertEquals(made.pin(), renewed.pin());
    assertEquals(made.credential().key(), renewed.credential().key());
    assertNotEquals(made.fingerprint(), renewed.fingerprint());
    assertEquals(renewed, store(NOW.plus(Duration.ofDays(380))).open(NAMES));
  }

  @ParameterizedTest(name = "{0} after {1} days: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # names now              | days | plan
          here 192.0.2.1           | 0    | Keep[]
          here 192.0.2.1           | 366  | Keep[]
          here 192.0.2.1           | 367  | Renew[reason=ENDS_SOON]
          here 192.0.2.1           | 5000 | Renew[reason=ENDS_SOON]
          here 192.0.2.1           | -1   | Renew[reason=NOT_YET_VALID]
          here                     | 0    | Keep[]
          here 192.0.2.2           | 0    | Renew[reason=NAMES_CHANGED]
          here 2001:db8::1         | 0    | Renew[reason=NAMES_CHANGED]
          there 192.0.2.1          | 0    | Renew[reason=NAMES_CHANGED]
          """)
  void whatToDoIsDecidedFromTheCertificate(String names, int days, String plan) throws Exception {
    var stored = SelfSigned.certificate(KeyKind.P256.newKey(), NAMES, NOW, new SecureRandom());
    String[] words = names.split(" ", -1);
    Set<InetAddress> addresses =
        words.length < 2 ? Set.of() : Set.of(InetAddress.ofLiteral(words[1]));
    Instant now = NOW.plus(Duration.ofDays(days));
    assertEquals(
        plan,
        IdentityPlan.of(Optional.of(stored), LocalNames.of(words[0], addresses), now).toString());
  }

  @Test
  void withoutAnyThereIsOneToMake() {
    assertEquals(new IdentityPlan.Make(), IdentityPlan.of(Optional.empty(), NAMES, NOW));
  }

  @Test
  void manyStartsAtOnceAgreeOnOne() throws Exception {
    List<Future<Identity>> starts = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) starts.add(threads.submit(() -> store(NOW).open(NAMES)));
    }
    Set<Identity> all = new HashSet<>();
    for (var start : starts) all.add(start.get());
    assertEquals(1, all.size());
  }

  @Test
  void aDamagedFileIsNotReplacedUnasked() throws IOException {
    store(NOW).open(NAMES);
    Path file = folder().resolve("identity.pem");
    Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n");
    var e = assertThrows(WireException.class, () -> store(NOW).open(NAMES));
    assertTrue(
        String.valueOf(e.getMessage()).endsWith("; remove it to get a new identity"),
        e::getMessage);
    assertEquals("-----BEGIN PRIVATE KEY-----\n", Files.readString(file));
  }

  @ParameterizedTest(name = "XDG_CONFIG_HOME={0}: {1}")
  @CsvSource(
      textBlock =
          """
          /x/y,     /x/y/tinwire
          relative, /home/me/.config/tinwire
          '',       /home/me/.config/tinwire
          ,         /home/me/.config/tinwire
          """)
  void liesWhereTheDesktopSays(String variable, Path expected) {
    assertEquals(expected, IdentityStore.folder(name -> variable, Path.of("/home/me")));
  }

  @ParameterizedTest(name = "a computer called {0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          here         | here, here.local, localhost, 127.0.0.1, 0:0:0:0:0:0:0:1
          Here         | here, here.local, localhost, 127.0.0.1, 0:0:0:0:0:0:0:1
          a.example    | a.example, localhost, 127.0.0.1, 0:0:0:0:0:0:0:1
          my_box       | localhost, 127.0.0.1, 0:0:0:0:0:0:0:1
          192.0.2.7    | localhost, 127.0.0.1, 0:0:0:0:0:0:0:1
          localhost    | localhost, 127.0.0.1, 0:0:0:0:0:0:0:1
          """)
  void theNamesAreThoseOthersMayUse(String hostName, String expected) {
    assertEquals(expected, LocalNames.of(hostName, Set.of()).toString());
  }

  @Test
  void theNamesOfThisComputerHaveAtLeastTheLoopback() throws IOException {
    assertTrue(LocalNames.here().covers(LocalNames.of("localhost", Set.of())));
  }

  @Test
  void opensslFindsNothingWrong() throws Exception {
    OpenSsl.assumeInstalled();
    Identity identity = new IdentityStore(folder()).open(NAMES);
    var openSsl = new OpenSsl(folder());
    assertEquals(
        "identity.pem: OK\n",
        openSsl.run(
            "verify -x509_strict -purpose sslserver -verify_hostname here"
                + " -CAfile identity-certificate.pem identity.pem"));
    openSsl.run("verify -verify_ip 192.0.2.1 -CAfile identity-certificate.pem identity.pem");
    String text = openSsl.run("x509 -in identity.pem -noout -text");
    for (String expected :
        List.of(
            "Version: 3 (0x2)",
            "Signature Algorithm: ecdsa-with-SHA256",
            "Issuer: O = Tinwire, CN = here",
            "Public-Key: (256 bit)",
            "X509v3 Basic Constraints: critical\n                CA:FALSE",
            "X509v3 Key Usage: critical\n                Digital Signature\n",
            "TLS Web Server Authentication",
            "DNS:here, DNS:here.local, DNS:localhost, IP Address:127.0.0.1, IP"
                + " Address:0:0:0:0:0:0:0:1, IP Address:192.0.2.1")) {
      assertTrue(text.contains(expected), () -> expected + " is not in\n" + text);
    }
    assertEquals(
        identity.fingerprint(),
        openSsl
            .run("x509 -in identity.pem -noout -fingerprint -sha256")
            .strip()
            .replaceFirst("(?i)sha256 Fingerprint=", "SHA-256 "));
  }
}
