package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Transcript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tinwire rm}, {@code mkdir} and {@code mv}: arguments, exit status, stdout, stderr. */
final class ChangeCommandTest {
  private static final String NO_CONTENT = "S: HTTP/1.1 204 No Content\nS: Content-Length: 0\nS:\n";

  private static String answered(String request, String status) {
    return "C: "
        + request
        + " HTTP/1.1\nC*:\nS: HTTP/1.1 "
        + status
        + "\nS: Content-Length: 0\nS:\n";
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          rm    | DELETE /a%20b | 204 No Content            | 0 | ~~
          rm    | DELETE /a     | 404 Not Found             | 4 | ~~
          rm    | DELETE /a     | 401 Unauthorized          | 4 | ~ (log in with --user)~
          rm    | DELETE /a/    | 400 Bad Request           | 4 | ~ (if it is a folder: -r deletes it with all in it)~
          rm    | DELETE /a/    | 409 Conflict              | 4 | ~ (-r deletes a folder with all in it)~
          mkdir | MKCOL /a/b    | 409 Conflict              | 4 | ~ (is there a folder above it? tinwire mkdir makes one)~
          rm    | DELETE /a     | 500 Internal Server Error | 5 | ~~
          mkdir | MKCOL /a      | 201 Created               | 0 | ~~
          mkdir | MKCOL /a/     | 405 Method Not Allowed    | 4 | ~ (something of that name is there, or the server does not allow it; tinwire serve needs --upload or --write)~
          """)
  void whatTheServerSaysIsSaid(
      String verb, String request, String status, int expected, String advice) throws Exception {
    try (var server = new Transcript(answered(request, status))) {
      String[] words = request.split(" ", -1);
      String url = "http://" + server.endpoint() + words[1];
      String done = status + "  " + words[0] + " " + url + "\n";
      String refused = "tinwire " + verb + ": " + url + ": " + status + advice + "\n";
      Lines.of(url)
          .on(Lines.piped(verb))
          .expect(expected, expected == 0 ? done : "", expected == 0 ? "" : refused);
    }
  }

  @Test
  void allAreTriedAndTheFirstFailureCounts() throws Exception {
    String script =
        answered("DELETE /a", "404 Not Found")
            + answered("DELETE /b", "500 Internal Server Error")
            + answered("DELETE /c", "204 No Content");
    try (var server = new Transcript(script)) {
      String url = "http://" + server.endpoint();
      Lines.of(url + "/a", url + "/b", url + "/c")
          .on(Lines.piped("rm"))
          .expect(
              4,
              "204 No Content  DELETE " + url + "/c\n",
              "tinwire rm: "
                  + url
                  + "/a: 404 Not Found\n"
                  + "tinwire rm: "
                  + url
                  + "/b: 500 Internal Server Error\n");
    }
  }

  @Test
  void aFolderGoesWithAllInItOnlyWhereThatIsAskedFor() throws Exception {
    String script = "C: DELETE /in/ HTTP/1.1\nC*: Depth: %s\nC*:\n" + NO_CONTENT;
    try (var server = new Transcript(script.formatted("infinity"))) {
      Lines.of("-qr", server.endpoint() + "/in/").on(Lines.piped("rm")).expect(0, "", "");
    }
    try (var server = new Transcript(script.formatted("0"))) {
      Lines.of("-q", server.endpoint() + "/in/").on(Lines.piped("rm")).expect(0, "", "");
    }
  }

  @Test
  void quietAndJsonSayLessAndMore() throws Exception {
    try (var server = new Transcript(answered("DELETE /a", "204 No Content"))) {
      Lines.of("-q", server.endpoint() + "/a").on(Lines.piped("rm")).expect(0, "", "");
    }
    try (var server = new Transcript(answered("MKCOL /a", "403 Forbidden"))) {
      var outcome = Lines.of("--json", server.endpoint() + "/a").on(Lines.piped("mkdir"));
      assertEquals(4, outcome.status(), outcome::toString);
      assertTrue(outcome.stdout().contains("\"status\":403"), outcome::toString);
    }
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({
    "/a, b, /b",
    "/in/a, b, /in/b",
    "/in/a, /b, /b",
    "/in/a, ../b c, /b%20c",
    "/in/a, URL/x, /x"
  })
  void movingSaysWhereTo(String from, String to, String destination) throws Exception {
    try (var server = new Transcript(answered("MOVE " + from, "201 Created"))) {
      String url = "http://" + server.endpoint();
      Lines.of(url + from, to.replace("URL", url))
          .on(Lines.piped("mv"))
          .expect(0, "201 Created  MOVE " + url + from + "\n", "");
      var heard = server.heard().lines();
      assertTrue(heard.contains("Destination: " + url + destination), heard::toString);
      assertTrue(heard.contains("Overwrite: F"), heard::toString);
    }
  }

  @Test
  void theServerMayBeNamedAgainAsItWasTyped() throws Exception {
    try (var server = new Transcript(answered("MOVE /a/b", "201 Created"))) {
      String host = server.endpoint().toString();
      var outcome = Lines.of(host + "/a/b", host + "/c").on(Lines.piped("mv"));
      assertEquals(0, outcome.status(), outcome::toString);
      assertTrue(server.heard().lines().contains("Destination: http://" + host + "/c"));
    }
  }

  @Test
  void movingByForceReplaces() throws Exception {
    try (var server = new Transcript(answered("MOVE /a", "204 No Content"))) {
      var outcome = Lines.of("--force", server.endpoint() + "/a", "b").on(Lines.piped("mv"));
      assertEquals(0, outcome.status(), outcome::toString);
      assertTrue(server.heard().lines().contains("Overwrite: T"));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rm    | ''                     | tinwire rm: URL is missing
          mkdir | ftp://h/               | tinwire mkdir: only http: and https: can be fetched, not ftp://h/
          mv    | h:1/a                  | tinwire mv: TO is missing
          mv    | h:1/a b c              | tinwire mv: one argument too many: c
          mv    | h:1/a http://other/b   | tinwire mv: a server can only move within itself, not to http://other/b
          mv    | h:1/a http://[         | tinwire mv: TO: bad URL "http://[": a closing bracket is missing
          rm    | --forced h:1/          | tinwire rm: unknown option --forced
          """)
  void mistakesAreSaidInALine(String verb, String line, String words) throws Exception {
    String[] args = line.isEmpty() ? new String[0] : line.split(" ", -1);
    var outcome = Lines.of(args).on(Lines.piped(verb));
    assertEquals(2, outcome.status(), outcome::toString);
    assertEquals(words, outcome.errors().getFirst());
  }
}
