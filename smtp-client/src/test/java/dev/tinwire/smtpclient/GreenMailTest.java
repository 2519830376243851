package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.TestIdentity;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the command line to a mailbox of a server that others wrote. */
final class GreenMailTest {
  private static final Command MAIL =
      (words, in, out, err, environment) ->
          new MailTool().run(words, new Standard(in, out, err, environment, Terminals.NONE));

  @TempDir private static Path files;
  private static Path trusted;
  @TempDir private Path folder;
  private GreenMail server;

  /** GreenMail's own certificate names no host; it takes another from where properties say. */
  @BeforeAll
  static void makeCertificate() throws IOException, GeneralSecurityException {
    TestIdentity identity = TestIdentity.localhost();
    trusted = Files.writeString(files.resolve("trusted.pem"), identity.certificatePem());
    char[] password = "throw-away".toCharArray();
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "test", identity.key(), password, new X509Certificate[] {identity.certificate()});
    Path file = files.resolve("identity.p12");
    try (var out = Files.newOutputStream(file)) {
      store.store(out, password);
    }
    System.setProperty("greenmail.tls.keystore.file", file.toString());
    System.setProperty("greenmail.tls.keystore.password", "throw-away");
  }

  @BeforeEach
  void start() {
    var plain = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    var secure = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS);
    server = new GreenMail(new ServerSetup[] {plain, secure});
    server.setUser("you@y.example", "you", "unused");
    server.setUser("me@x.example", "me", "secret");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"login", "plain", "auto"})
  void aMessageArrives(String auth) throws Exception {
    Outcome outcome =
        mail(
            server.getSmtp().getPort(),
            "--tls",
            "none",
            "--user",
            "me",
            "--auth",
            auth,
            "--subject",
            "Grüße",
            "--body",
            "Hello.\n.\nDots stay.\n");
    assertEquals(0, outcome.status(), outcome::toString);
    MimeMessage message = received();
    assertEquals("Grüße", message.getSubject());
    assertEquals("Hello.\r\n.\r\nDots stay.", message.getContent().toString().strip());
    assertEquals("me@x.example", message.getFrom()[0].toString());
  }

  @Test
  void thePictureArrivesByteForByteUnderTls() throws Exception {
    byte[] picture = new byte[300_000];
    new Random(7).nextBytes(picture);
    picture[0] = (byte) 0x89;
    Path file = Files.write(folder.resolve("Katze ß.png"), picture);
    int port = server.getSmtps().getPort();
    Outcome outcome =
        mail(
            port,
            "--tls",
            "implicit",
            "--cacert",
            trusted.toString(),
            "--user",
            "me",
            "--subject",
            "Cat",
            "--body",
            "See.",
            "--attach",
            file.toString());
    assertEquals(0, outcome.status(), outcome::toString);
    assertTrue(outcome.stdout().startsWith("accepted by 127.0.0.1:"), outcome::toString);
    var parts = (MimeMultipart) received().getContent();
    Part attached = parts.getBodyPart(parts.getCount() - 1);
    assertArrayEquals(picture, attached.getInputStream().readAllBytes());
  }

  @Test
  void theWrongPasswordIsToldAsSuch() throws Exception {
    Outcome outcome =
        Invocation.of(
                words(server.getSmtp().getPort(), "--tls", "none", "--user", "me", "--body", "x"))
            .withEnv(CredentialPlan.PASSWORD_VARIABLE, "wrong")
            .on(MAIL);
    assertEquals(MailStatus.NO_PERMISSION, outcome.status(), outcome::toString);
    assertEquals(0, server.getReceivedMessages().length);
  }

  @Test
  void manyArriveOverOneConnectionEachWithItsOwnName() throws Exception {
    Path rows =
        Files.writeString(
            folder.resolve("rows.csv"), "name,to\nAnn,a@y.example\nBob,b@y.example\n");
    Outcome outcome =
        Invocation.of(
                "--server",
                "127.0.0.1:" + server.getSmtp().getPort(),
                "--tls",
                "none",
                "--from",
                "me@x.example",
                "--batch",
                rows.toString(),
                "--to",
                "{name} <{to}>",
                "--subject",
                "Dear {name}",
                "--body",
                "Hello")
            .on(MAIL);
    assertEquals(0, outcome.status(), outcome::toString);
    MimeMessage[] all = server.getReceivedMessages();
    assertEquals("Dear Ann", all[0].getSubject());
    assertEquals("Dear Bob", all[1].getSubject());
    assertTrue(!all[0].getMessageID().equals(all[1].getMessageID()));
  }

  private Outcome mail(int port, String... options) throws InterruptedException {
    return Invocation.of(words(port, options))
        .withEnv(CredentialPlan.PASSWORD_VARIABLE, "secret")
        .on(MAIL);
  }

  private static List<String> words(int port, String... options) {
    var words = new ArrayList<String>(List.of("--server", "127.0.0.1:" + port));
    words.addAll(List.of("--from", "me@x.example", "--to", "you@y.example"));
    words.addAll(List.of(options));
    return words;
  }

  private MimeMessage received() {
    MimeMessage[] all = server.getReceivedMessages();
    assertEquals(1, all.length);
    return all[0];
  }
}
