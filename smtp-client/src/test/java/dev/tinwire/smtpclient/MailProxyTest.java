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
import dev.tinwire.wire.terminal.Terminals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail by way of a proxy: the script is first the proxy, then the server behind it. */
@Timeout(60)
final class MailProxyTest {
  private static final Command MAIL =
      (words, in, out, err, environment) ->
          new MailTool().run(words, new Standard(in, out, err, environment, Terminals.NONE));

  private static final String CONNECT =
      """
      C: CONNECT localhost:587 HTTP/1.1
      C*:
      S: HTTP/1.1 200 Connection established
      S:
      """;

  private static final String SOCKS =
      """
      C+: \\x05\\x01\\x00
      S+: \\x05\\x00
      C+: \\x05\\x01\\x00\\x03\\x09localhost\\x02\\x4b
      S+: \\x05\\x00\\x00\\x01\\x7f\\x00\\x00\\x01\\x02\\x4b
      """;

  private static final String SERVER =
      SmtpScript.TO_TLS
          + """
          S: 250-mx.example
          S: 250 AUTH PLAIN
          C: AUTH PLAIN AG1lQHguZXhhbXBsZQBzZWNyZXQ=
          S: 235 welcome
          """
          + SmtpScript.TO_DATA
          + """
          C*: .
          S: 250 2.0.0 Ok: queued as 4XyZ12
          """
          + SmtpScript.QUIT;

  @TempDir private static Path folder;

  @BeforeAll
  static void makeFiles() throws IOException {
    Files.writeString(folder.resolve("trusted.pem"), TestIdentity.localhost().certificatePem());
  }

  private static Outcome mail(Transcript proxy, String scheme, String... more) throws Exception {
    var words = new ArrayList<>(List.of("--server", "localhost", "--user", "me@x.example"));
    words.addAll(List.of("--cacert", folder.resolve("trusted.pem").toString()));
    words.addAll(List.of("--to", "you@y.example", "--subject", "Hi", "--body", "Hello"));
    words.addAll(List.of("--proxy", scheme + "://" + proxy.endpoint(), "--timeout", "20s"));
    words.addAll(List.of(more));
    return Invocation.of(words).withEnv(CredentialPlan.PASSWORD_VARIABLE, "secret").on(MAIL);
  }

  @ParameterizedTest
  @CsvSource({"http", "socks5h"})
  void tlsAndLoginAreWithTheServerBehindIt(String scheme) throws Exception {
    String script = (scheme.equals("http") ? CONNECT : SOCKS) + SERVER;
    try (var proxy = new Transcript(script, TestIdentity.localhost().server())) {
      Outcome outcome = mail(proxy, scheme);
      assertEquals(0, outcome.status(), outcome::toString);
      assertTrue(
          outcome.stdout().startsWith("accepted by localhost:587 as 4XyZ12, for you@y.example"),
          outcome::toString);
      proxy.assertDone();
    }
  }

  @Test
  void aProxyThatWillNotIsNamed() throws Exception {
    String script =
        """
        C: CONNECT localhost:587 HTTP/1.1
        C*:
        S: HTTP/1.1 403 Forbidden
        S: Content-Length: 0
        S:
        """;
    try (var proxy = new Transcript(script)) {
      Outcome outcome = mail(proxy, "http");
      assertEquals(MailStatus.LATER, outcome.status(), outcome::toString);
      assertTrue(outcome.stderr().contains("403 Forbidden"), outcome::toString);
      assertTrue(outcome.stderr().contains(proxy.endpoint()), outcome::toString);
    }
  }

  /** localhost is whom the proxy takes for it, and between us and the proxy is a network. */
  @Test
  void throughAProxyNoPasswordGoesInTheClear() throws Exception {
    String script =
        """
        C: CONNECT localhost:25 HTTP/1.1
        C*:
        S: HTTP/1.1 200 OK
        S:
        S: 220 mx.example ESMTP
        C: EHLO [127.0.0.1]
        S: 250-mx.example
        S: 250 AUTH PLAIN
        C CLOSE
        """;
    try (var proxy = new Transcript(script)) {
      Outcome outcome = mail(proxy, "http", "--tls", "none");
      assertEquals(MailStatus.CONFIG, outcome.status(), outcome::toString);
      assertTrue(
          outcome.stderr().contains("a password is only sent to this computer itself"),
          outcome::toString);
      proxy.assertDone();
    }
  }
}
