package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.testkit.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tinwire post} and {@code request}: arguments, exit status, stdout, stderr. */
final class PostCommandTest {
  @TempDir Path temp;

  private static final String HI =
      "S: HTTP/1.1 200 OK\nS: Content-Type: text/plain\nS: Content-Length: 3\nS:\nS+: hi\\n\n";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          -d a=1 -d b=2          | application/x-www-form-urlencoded | a=1&b=2
          --data-binary @T/file  | application/x-www-form-urlencoded | x\\ny\\n
          -d @T/file             | application/x-www-form-urlencoded | xy
          --json-body {"a":1}    | application/json                  | {"a":1}
          """)
  void aBodyIsSentAndTheAnswerShown(String line, String type, String body) throws Exception {
    Files.writeString(temp.resolve("file"), "x\ny\n");
    String script =
        "C: POST /p HTTP/1.1\nC*: Content-Type: " + type + "\nC*:\nC+: " + body + "\n" + HI;
    try (var server = new Transcript(script)) {
      String words = line.replace("T/", temp + "/") + " " + server.endpoint() + "/p";
      Lines.of(words.split(" +", -1)).on(Lines.piped("post")).expect(0, "hi\n", "");
    }
  }

  @Test
  void aPostOfNothingSaysSo() throws Exception {
    String script = "C: POST / HTTP/1.1\nC*: Content-Length: 0\nC*:\n" + HI;
    try (var server = new Transcript(script)) {
      Lines.of(server.endpoint()).on(Lines.piped("post")).expect(0, "hi\n", "");
    }
  }

  @Test
  void theAnswerMayGoIntoAFile() throws Exception {
    Path file = temp.resolve("out");
    try (var server = new Transcript("C: POST / HTTP/1.1\nC*:\nC+: a=1\n" + HI)) {
      var outcome =
          Lines.of("-q", "-d", "a=1", "-o", file.toString(), server.endpoint())
              .on(Lines.piped("post"));
      assertEquals(0, outcome.status(), outcome::toString);
    }
    assertEquals("hi\n", Files.readString(file));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"OPTIONS, 0", "PATCH, 0", "M-SEARCH, 0"})
  void anyMethodIsAsked(String method, int status) throws Exception {
    try (var server = new Transcript("C: " + method + " /x HTTP/1.1\nC*:\n" + HI)) {
      Lines.of(method, server.endpoint() + "/x")
          .on(Lines.piped("request"))
          .expect(status, "hi\n", "");
    }
  }

  @Test
  void theStatusOfTheAnswerIsTold() throws Exception {
    String no = "S: HTTP/1.1 503 Service Unavailable\nS: Content-Length: 0\nS:\n";
    try (var server = new Transcript("C: OPTIONS / HTTP/1.1\nC*:\n" + no)) {
      String said = "tinwire request: http://" + server.endpoint() + "/: 503 Service Unavailable\n";
      Lines.of("OPTIONS", server.endpoint()).on(Lines.piped("request")).expect(5, "", said);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          post    | -d a=1                    | tinwire post: say which URL
          post    | -d a=1 --json-body 1 h:1/ | tinwire post: --data, --json-body and --form: a request has one body
          post    | --json-body {a h:1/       | tinwire post: --json-body: bad JSON "{a": should have a member name in quotes at line 1, column 2
          request | GET                       | tinwire request: say which URL
          request | G(T h:1/                  | tinwire request: METHOD: bad method "G(T": write a word such as GET or PATCH
          """)
  void mistakesAreSaidInALine(String verb, String line, String words) throws Exception {
    var outcome = Lines.of(line.split(" ", -1)).on(Lines.piped(verb));
    assertEquals(2, outcome.status(), outcome::toString);
    assertEquals(words, outcome.errors().getFirst());
  }
}
