package dev.tinwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.heartbeat.FinalRefusal;
import dev.tinwire.heartbeat.Mailer;
import dev.tinwire.testkit.SmtpScript;
import dev.tinwire.testkit.TestIdentity;
import dev.tinwire.testkit.Transcript;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.tls.SpkiPin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The monitor's mail over our mail client, against scripted servers. */
@Timeout(60)
final class MonitorMailTest {
  private final MonitorMail mail = new MonitorMail(Map.of("SMTP_PASSWORD", "s3cret"));

  private void send(Transcript server, String... more) throws IOException, InterruptedException {
    var how = new ArrayList<>(List.of("--server", server.endpoint()));
    how.addAll(List.of(more));
    mail.send(new Mailer.Mail(how, List.of("you@y.example"), "db-1 is down", "No beat\nfor 3s.\n"));
  }

  @Test
  void anAlarmIsSentUnderTlsBySomebodyWhoSignedIn() throws Exception {
    var identity = TestIdentity.localhost();
    String script =
        SmtpScript.TO_TLS
            + """
            S: 250-mx.example
            S: 250 AUTH PLAIN
            C: AUTH PLAIN AG1lQHguZXhhbXBsZQBzM2NyZXQ=
            S: 235 welcome
            """
            + SmtpScript.TO_DATA
            + """
            C~: Date: .*
            C: From: me@x.example
            C: To: you@y.example
            C: Subject: db-1 is down
            C*:
            C: No beat
            C: for 3s.
            C: .
            S: 250 ok
            """
            + SmtpScript.QUIT;
    try (var server = new Transcript(script, identity.server())) {
      String pin = SpkiPin.of(identity.certificate().getPublicKey()).toString();
      send(server, "--tls", "starttls", "--pin", pin, "--user", "me@x.example");
      server.assertDone();
    }
  }

  @Test
  void aServerThatSaysNotNowIsTriedAgain() throws Exception {
    String script = SmtpScript.PLAIN + "C: MAIL FROM:<me@x.example>\nS: 451 later\nC REST\n";
    try (var server = new Transcript(script)) {
      var failure =
          assertThrows(
              WireException.class, () -> send(server, "--tls", "none", "--from", "me@x.example"));
      assertFalse(failure instanceof FinalRefusal, failure::toString);
      assertEquals(server.endpoint() + ", naming the sender: 451 later", failure.getMessage());
    }
  }

  @Test
  void aServerThatSaysNoIsNot() throws Exception {
    String script = SmtpScript.PLAIN + "C: MAIL FROM:<me@x.example>\nS: 550 not you\nC REST\n";
    try (var server = new Transcript(script)) {
      var failure =
          assertThrows(
              WireException.class, () -> send(server, "--tls", "none", "--from", "me@x.example"));
      assertInstanceOf(FinalRefusal.class, failure);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --from a@b.c                   | say where to send it: either --via PROVIDER or --server HOST[:PORT]
          --server mx.example            | who sends it? --from WHO says it
          --server mx.example --fro a@b.c | unknown option --fro; did you mean --from?
          --help                         | these words send nothing
          """)
  void wrongWordsAreKnownBeforeTheFirstAlarm(String words, String fault) {
    var failure = assertThrows(FinalRefusal.class, () -> mail.check(List.of(words.split(" ", -1))));
    assertEquals(fault, failure.getMessage());
  }

  @Test
  void rightWordsNeedNoServerToBeFoundRight() throws Exception {
    mail.check(List.of("--server", "mx.invalid", "--from", "a@b.example"));
  }
}
