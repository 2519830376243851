package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes out, and what of the conversation is shown; secrets are not. */
final class GetSendingTest {
  @TempDir Path temp;

  private static final Command GET = Lines.piped("get");

  private static Invocation get(String... args) {
    return Lines.of(args);
  }

  private static Transcript server(String script) throws IOException {
    return new Transcript(script);
  }

  private static final String HELLO =
      """
      C: GET /a?b HTTP/1.1
      C*:
      S: HTTP/1.1 200 OK
      S: Content-Type: text/plain
      S: Content-Length: 6
      S:
      S+: hello\\n
      """;

  @Test
  void dataIsPostedAsAForm() throws Exception {
    Path file = temp.resolve("data");
    Files.writeString(file, "c=\n3\n");
    String script =
        """
        C: POST / HTTP/1.1
        C*: Accept-Encoding: gzip, deflate, br
        C: Content-Type: application/x-www-form-urlencoded
        C: Content-Length: 11
        C:
        C+: a=1&b=2&c=3
        S: HTTP/1.1 204 No Content
        S:
        """;
    try (var server = server(script)) {
      get("-d", "a=1", "-d", "b=2", "-d", "@" + file, server.endpoint()).on(GET).expect(0, "", "");
    }
  }

  @Test
  void jsonIsLookedAtBeforeItIsSent() throws Exception {
    String script =
        """
        C: PATCH / HTTP/1.1
        C*: Accept-Encoding: gzip, deflate, br
        C: Content-Type: application/json
        C: Content-Length: 7
        C:
        C+: {"a":1}
        S: HTTP/1.1 204 No Content
        S:
        """;
    try (var server = server(script)) {
      get("-X", "PATCH", "--json-body", "{\"a\":1}", server.endpoint()).on(GET).expect(0, "", "");
    }
    var wrong = get("--json-body", "{\"a\":}", "localhost:1").on(GET);
    assertEquals(2, wrong.status(), wrong::toString);
    assertTrue(wrong.stderr().contains("--json-body"), wrong::toString);
  }

  @Test
  void verboseShowsTheConversationWithoutItsSecrets() throws Exception {
    try (var server = server(HELLO)) {
      var outcome =
          get(
                  "-v",
                  "-H",
                  "Authorization: Bearer secret",
                  "-H",
                  "Cookie: a=secret",
                  server.endpoint() + "/a?b")
              .on(GET);
      assertEquals("hello\n", outcome.stdout());
      assertTrue(outcome.stderr().contains("> GET /a?b HTTP/1.1\n"), outcome::toString);
      assertTrue(outcome.stderr().contains("> Authorization: Bearer ***\n"), outcome::toString);
      assertTrue(outcome.stderr().contains("> Cookie: a=***\n"), outcome::toString);
      assertTrue(outcome.stderr().contains("< Content-Length: 6\n"), outcome::toString);
      assertFalse(outcome.stderr().contains("secret"), outcome::toString);
    }
  }

  @Test
  void explainSaysWhatEachLineDoes() throws Exception {
    try (var server = server(HELLO)) {
      var outcome = get("--explain", server.endpoint() + "/a?b").on(GET);
      assertTrue(
          outcome.stderr().contains("# so many bytes follow the head (RFC 9112 §6.2)"),
          outcome::toString);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"-u, anna:secret", "--netrc-file, FILE"})
  void whoAsksIsProved(String option, String value) throws Exception {
    Path netrc = temp.resolve("netrc");
    Files.writeString(netrc, "machine 127.0.0.1 login anna password secret\n");
    String script =
        """
        C*:
        S: HTTP/1.1 401 Unauthorized
        S: WWW-Authenticate: Basic realm="r"
        S: Content-Length: 0
        S:
        C*: Authorization: Basic YW5uYTpzZWNyZXQ=
        C:
        S: HTTP/1.1 204 No Content
        S:
        """;
    try (var server = server(script)) {
      String said = value.replace("FILE", netrc.toString());
      var outcome = get("-q", option, said, server.endpoint()).on(GET);
      assertEquals(0, outcome.status(), outcome::toString);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a%3Ab:c, has a colon in the user name",
    "a:%0Ab, has a control character",
    "%00:b, has a control character"
  })
  void aLoginThatCannotBeSaidIsSaidSo(String login, String fault) throws Exception {
    try (var site = new SiteOrigin().with("/", "text/plain", "x")) {
      String url = site.url().replace("//", "//" + login + "@") + "/";
      var outcome = Lines.of(url).on(Lines.piped("get"));
      assertEquals(1, outcome.status(), outcome::toString);
      assertTrue(outcome.stderr().endsWith(fault + "\n"), outcome::toString);
    }
  }

  @Test
  void aLoginOfAFileThatCannotBeSaidIsSaidSo() throws Exception {
    Path netrc = temp.resolve("netrc");
    Files.writeString(netrc, "machine 127.0.0.1 login a:b password secret\n");
    Files.setPosixFilePermissions(netrc, PosixFilePermissions.fromString("rw-------"));
    try (var site = new SiteOrigin().with("/", "text/plain", "x")) {
      var outcome =
          Lines.of("--netrc-file", netrc.toString(), site.url() + "/").on(Lines.piped("get"));
      assertEquals(1, outcome.status(), outcome::toString);
      assertTrue(outcome.stderr().endsWith("has a colon in the user name\n"), outcome::toString);
    }
  }

  @Test
  void theLoginOfAUrlIsNotShown() throws Exception {
    String script =
        """
        C: GET / HTTP/1.1
        C~: Host: 127.0.0.1:[0-9]+
        C*:
        S: HTTP/1.1 401 Unauthorized
        S: WWW-Authenticate: Basic realm="r"
        S: Content-Length: 0
        S:
        C*: Authorization: Basic YW5uYTpzZWNyZXQ=
        C:
        S: HTTP/1.1 204 No Content
        S:
        """;
    try (var server = server(script)) {
      var outcome = get("-v", "--json", "http://anna:secret@" + server.endpoint()).on(GET);
      assertEquals(0, outcome.status(), outcome::toString);
      assertFalse((outcome.stdout() + outcome.stderr()).contains("secret"), outcome::toString);
    }
  }

  @Test
  void cookiesLastInTheJar() throws Exception {
    Path jar = temp.resolve("jar");
    String script =
        """
        C*:
        S: HTTP/1.1 204 No Content
        S: Set-Cookie: a=1; Max-Age=1000
        S:
        ---
        C*: Cookie: a=1
        C:
        S: HTTP/1.1 204 No Content
        S:
        """;
    try (var server = server(script)) {
      get("--jar", jar.toString(), server.endpoint()).on(GET).expect(0, "", "");
      get("--jar", jar.toString(), server.endpoint()).on(GET).expect(0, "", "");
    }
  }
}
