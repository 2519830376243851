package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.SmtpScript;
import dev.tinwire.testkit.TestIdentity;
import dev.tinwire.testkit.Transcript;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.terminal.Terminals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets to see: of the conversation, of the result, of a server that is checked. */
final class SeenTest {
  private static final Command MAIL =
      (words, in, out, err, environment) ->
          new MailTool().run(words, new Standard(in, out, err, environment, Terminals.NONE));

  private static final String TO_LOGIN =
      SmtpScript.TO_TLS
          + """
          S: 250-mx.example
          S: 250-SIZE 10485760
          S: 250 AUTH LOGIN
          C: AUTH LOGIN bWU=
          S: 334 UGFzc3dvcmQ6
          C: c2VjcmV0
          S: 235 welcome
          """;

  private static final String TO_END =
      """
      C: MAIL FROM:<me@x.example> SIZE=49
      S: 250 ok
      C: RCPT TO:<you@y.example>
      S: 250 ok
      C: DATA
      S: 354 go on
      C*: .
      S: 250 2.0.0 Ok: queued as 4XyZ12
      C: QUIT
      S: 221 bye
      """;

  @TempDir private static Path folder;

  @BeforeAll
  static void makeFiles() throws IOException {
    Files.writeString(folder.resolve("trusted.pem"), TestIdentity.localhost().certificatePem());
    Files.writeString(folder.resolve("a.eml"), "Subject: Hi\nFrom: me@x.example\n\nHello.\n.dot\n");
  }

  private static Outcome mail(Transcript server, String... options) throws InterruptedException {
    return run(
        server,
        List.of("--eml", folder.resolve("a.eml").toString(), "--to", "you@y.example"),
        options);
  }

  private static Outcome run(Transcript server, List<String> first, String... options)
      throws InterruptedException {
    var words = new ArrayList<>(first);
    words.addAll(List.of("--server", "127.0.0.1:" + server.port(), "--user", "me"));
    words.addAll(List.of("--cacert", folder.resolve("trusted.pem").toString()));
    words.addAll(List.of(options));
    return Invocation.of(words).withEnv(CredentialPlan.PASSWORD_VARIABLE, "secret").on(MAIL);
  }

  @Test
  void theTraceIsTheTextbookWithoutTheSecrets() throws Exception {
    try (var server = new Transcript(TO_LOGIN + TO_END)) {
      Outcome outcome = mail(server, "--trace");
      assertEquals(0, outcome.status(), outcome::toString);
      assertEquals(
          """
          * 127.0.0.1:PORT connected
          < 220 mx.example ESMTP
          > EHLO [127.0.0.1]
          < 250-mx.example
          < 250 STARTTLS
          > STARTTLS
          < 220 go
          * TLS 1.3, TLS_AES_256_GCM_SHA384
          > EHLO [127.0.0.1]
          < 250-mx.example
          < 250-SIZE 10485760
          < 250 AUTH LOGIN
          > AUTH LOGIN ***
          < 334 UGFzc3dvcmQ6
          > ***
          < 235 welcome
          > MAIL FROM:<me@x.example> SIZE=49
          < 250 ok
          > RCPT TO:<you@y.example>
          < 250 ok
          > DATA
          < 354 go on
          >   Subject: Hi
          >   From: me@x.example
          >  \s
          >   Hello.
          >   ..dot
          >   .
          < 250 2.0.0 Ok: queued as 4XyZ12
          > QUIT
          < 221 bye
          """,
          outcome.stderr().replace(":" + server.port(), ":PORT"));
    }
  }

  @Test
  void eachLineIsExplained() throws Exception {
    try (var server = new Transcript(TO_LOGIN + TO_END)) {
      List<String> lines = mail(server, "--explain").errors();
      assertTrue(
          lines.stream()
              .anyMatch(line ->
                  line.startsWith("> STARTTLS ")
                      && line.endsWith("# asks to go on encrypted (RFC 3207 §4)")),
          lines::toString);
      long explained = lines.stream().filter(line -> line.contains("  # ")).count();
      // Not those of the message, and not the two about the connection.
      assertEquals(lines.size() - 7, explained, () -> String.join("\n", lines));
    }
  }

  @Test
  void oneLineSaysWhatCameOfIt() throws Exception {
    try (var server = new Transcript(TO_LOGIN + TO_END)) {
      Outcome outcome = mail(server);
      String expected =
          "accepted by 127\\.0\\.0\\.1:[0-9]+ as 4XyZ12, for you@y\\.example, in [0-9.]+ s, 9"
              + " turns\\n";
      assertTrue(outcome.stdout().matches(expected), outcome::toString);
      assertEquals("", outcome.stderr());
    }
  }

  @Test
  void programsGetTheSameAsJson() throws Exception {
    try (var server = new Transcript(TO_LOGIN + TO_END)) {
      Json line = Json.parse(mail(server, "--json").stdout());
      assertEquals("accepted", line.get("outcome").text());
      assertEquals("4XyZ12", line.get("queue_id").text());
      assertEquals(0, line.get("status").number().longValue());
      assertEquals(9, line.get("turns").number().longValue());
      assertEquals("you@y.example", line.get("recipients").get(0).text());
    }
  }

  @Test
  void aCheckGoesAsFarAsTheSignIn() throws Exception {
    try (var server = new Transcript(TO_LOGIN + "C: QUIT\nS: 221 bye\n")) {
      Outcome outcome = run(server, List.of("check"));
      assertEquals(0, outcome.status(), outcome::toString);
      String seen = outcome.stdout();
      for (String fact :
          List.of(
              "tried         127.0.0.1:" + server.port() + " connected",
              "before TLS    STARTTLS",
              "TLS           TLS 1.3, TLS_AES_256_GCM_SHA384",
              "certificate   subject      CN=localhost",
              "names        localhost, 127.0.0.1",
              "under TLS     SIZE, AUTH",
              "sign-in       LOGIN",
              "largest       10.0 MiB",
              "signed in     with LOGIN",
              "verdict       mail can be sent here: the sign-in works")) {
        assertTrue(seen.contains(fact), () -> fact + " is missing in\n" + seen);
      }
    }
  }

  @Test
  void aCheckSaysWhatIsWrong() throws Exception {
    String script = SmtpScript.PLAIN + "C CLOSE\n";
    try (var server = new Transcript(script)) {
      Outcome outcome = run(server, List.of("check"), "--json");
      assertEquals(MailStatus.CONFIG, outcome.status(), outcome::toString);
      Json line = Json.parse(outcome.stdout());
      assertEquals("starttls", line.get("stage").text());
      assertEquals(false, line.get("ok").truth());
    }
  }
}
