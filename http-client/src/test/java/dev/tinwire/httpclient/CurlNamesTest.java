package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Transcript;
import dev.tinwire.wire.Durations;
import dev.tinwire.wire.Malformed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that fingers know from curl do here what they do there; values as curl 7.88 sent them. */
final class CurlNamesTest {
  @TempDir Path temp;

  private static final String DONE = "S: HTTP/1.1 204 No Content\nS:\n";

  private void sends(String line, String script) throws Exception {
    Files.writeString(temp.resolve("file"), "a b\n");
    try (var server = new Transcript(script + DONE)) {
      String words = line.replace("T/", temp + "/") + " " + server.endpoint() + "/p";
      Lines.of(words.split(" +", -1)).on(Lines.piped("get")).expect(0, "", "");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          --data-raw @file                       | @file
          -d a=1 --data-raw @b                   | a=1&@b
          --data-raw @b -d a=1                   | @b&a=1
          --data-urlencode x=& --data=y --data-binary=z -d w | x=%26&y&z&w
          --data-urlencode a=1&2                 | a=1%262
          --data-urlencode =1&2                  | 1%262
          --data-urlencode ä                     | %C3%A4
          --data-urlencode x@T/file              | x=a+b%0A
          --data-urlencode @T/file               | a+b%0A
          """)
  void dataIsSentAsCurlSendsIt(String line, String body) throws Exception {
    sends(line, "C: POST /p HTTP/1.1\nC*:\nC+: " + body + "\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          -G -d a=1 -d b=2                 | GET /p?a=1&b=2
          -G --data-urlencode q=ä&b        | GET /p?q=%C3%A4%26b
          -G -I -d a=1                     | HEAD /p?a=1
          -G                               | GET /p
          -G -X PURGE -d a                 | PURGE /p?a
          """)
  void dataGoesIntoTheUrlWithDashG(String line, String request) throws Exception {
    try (var server = new Transcript("C: " + request + " HTTP/1.1\nC*:\n" + DONE)) {
      String words = line + " " + server.endpoint() + "/p";
      assertEquals(0, Lines.of(words.split(" +", -1)).on(Lines.piped("get")).status());
    }
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({"/p#f, /p?a=1", "/p?x, /p?x&a=1", "/p?x#f?, /p?x&a=1"})
  void dataIsAddedToTheQueryBeforeTheFragment(String path, String target) throws Exception {
    try (var server = new Transcript("C: GET " + target + " HTTP/1.1\nC*:\n" + DONE)) {
      Lines.of("-G", "-d", "a=1", server.endpoint() + path)
          .on(Lines.piped("get"))
          .expect(0, "", "");
    }
  }

  @Test
  void fieldsHaveCurlsEnds() throws Exception {
    String script =
        """
        C: GET / HTTP/1.1
        C: Accept-Encoding: gzip, deflate, br
        C: X: y
        C~: Empty: ?
        C~: User-Agent: ?
        C:
        """;
    try (var server = new Transcript(script + DONE)) {
      Lines.of(
              "-H",
              "Host:",
              "-H",
              "Accept:",
              "-H",
              "Empty;",
              "-H",
              "X: y",
              "-H",
              "User-Agent;",
              server.endpoint())
          .on(Lines.piped("get"))
          .expect(0, "", "");
    }
  }

  @Test
  void aBodyEndsInOnePlaceOnly() throws Exception {
    String script =
        "C: POST / HTTP/1.1\nC*: Transfer-Encoding: chunked\nC:\nC: 3\nC: abc\nC: 0\nC:\n";
    try (var server = new Transcript(script + DONE)) {
      Lines.of("-d", "abc", "-H", "Transfer-Encoding: chunked", server.endpoint())
          .on(Lines.piped("get"))
          .expect(0, "", "");
    }
  }

  @Test
  void cookiesOfTheLineStandBehindThoseOfTheJar() throws Exception {
    Path jar = temp.resolve("jar");
    String script =
        """
        C*: Cookie: a=1; b=2
        C:
        S: HTTP/1.1 302 Found
        S: Set-Cookie: s=3
        S: Location: /next
        S: Content-Length: 0
        S:
        C: GET /next HTTP/1.1
        C*: Cookie: s=3; a=1; b=2
        C:
        """;
    try (var server = new Transcript(script + DONE)) {
      Lines.of("-b", "a=1", "-b", "b=2", "--jar", jar.toString(), server.endpoint())
          .on(Lines.piped("get"))
          .expect(0, "", "");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          -F f=<T/one;type=text/x   | name="f" + Content-Type: text/x + + one
          -F f=<T/one               | name="f" + + one
          -F f=x;type=text/x        | name="f" + Content-Type: text/x + + x
          -F f=x;y                  | name="f" + + x;y
          -F f=@-                   | name="f"; filename="-" + Content-Type: application/octet-stream + + in
          -F f=<-                   | name="f" + + in
          --form-string f=@x;type=y | name="f" + + @x;type=y
          """)
  void formsTakeWhatCurlsTake(String line, String part) throws Exception {
    Files.writeString(temp.resolve("one"), "one");
    String script =
        "C: POST / HTTP/1.1\nC*:\nC~: ------tinwire[0-9a-f]+\n"
            + ("C: Content-Disposition: form-data; " + part).replaceAll(" \\+(?= )", "\nC:")
            + "\nC~: ------tinwire[0-9a-f]+--\n";
    try (var server = new Transcript(script + DONE)) {
      String words = line.replace("T/", temp + "/") + " " + server.endpoint();
      Lines.of(words.split(" +", -1)).withInput("in").on(Lines.piped("get")).expect(0, "", "");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"2, 2s", "0.5, 500ms", ".5, 500ms", "2s, 2s", "1m, 1m"})
  void aNumberAloneIsSeconds(String typed, String time) throws Exception {
    assertEquals(Durations.parse(time), AskOptions.time(typed));
    sends("-m 90 --stall 60 --connect-timeout 9.5", "C: GET /p HTTP/1.1\nC*:\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"''", ".", "1.2.3", "5x", "-1"})
  void whatIsNoNumberIsNoTime(String typed) {
    assertThrows(Malformed.class, () -> AskOptions.time(typed));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          -T f u           | unknown option -T; here: tinwire put FILE URL
          -c jar u         | unknown option -c; here: --jar FILE, which reads cookies and keeps them
          -sSr0-9 u        | unknown option -r0-9; here: -H 'Range: bytes=0-99'
          --noproxy=* u    | unknown option --noproxy=*; here: -x none, or the variable no_proxy
          --download u     | unknown option --download; here: -O
          -b file u        | --cookie: bad cookie "file": write NAME=VALUE; --jar reads and keeps a file of them
          -H Content-Length:5 u | --header: bad field "Content-Length:5": the length is counted from the body: leave it out
          -H Transfer-Encoding:gzip u | --header: bad field "Transfer-Encoding:gzip": chunked is the one coding there is
          -F f=@none u     | --form: bad form field "f=@none": there is no such file; --form-string takes @ and < as they are
          -G --json-body 1 u | --get puts --data into the URL; JSON and files have no room there
          POST u           | POST is no URL; another method: tinwire request POST URL
          --json {"a":1} u | {"a":1} is no URL; JSON is sent by --json-body, --json shows results
          u a=1            | a=1 is no URL; here: -d 'name=value' a form, --json-body '{"name":1}' JSON, -G -d 'name=value' the query, -F 'name=@file' a file
          http://a=b/      | http://a=b/: bad address "a=b:80": this character is not for host names
          """)
  void whoStumblesIsToldWhatItIsCalledHere(String line, String words) throws Exception {
    var outcome = Lines.of(line.split(" ", -1)).on(Lines.piped("get"));
    assertEquals(2, outcome.status(), outcome::toString);
    assertEquals("tinwire get: " + words, outcome.errors().getFirst());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /{a,b}       | {a,b}
          /[1-9]       | [1-9]
          /[a-z:2]x    | [a-z:2]
          /{a}         |
          /?a[]=1      |
          /a[0]        |
          """)
  void aPatternIsTakenAsItIsAndSaidSo(String path, @Nullable String pattern) {
    var said = TypedUrl.pattern("http://h" + path);
    assertEquals(pattern != null, said.isPresent());
    assertTrue(said.map(words -> words.startsWith(pattern + " is taken as it is")).orElse(true));
  }

  @Test
  void allOtherNamesAreThoseOfOptionsWeHaveNot() {
    var ours =
        new GetTool()
            .command().groups().stream()
                .flatMap(group -> group.options().stream())
                .flatMap(option -> option.names().stream())
                .filter(name -> new OtherNames().advice(name).isPresent())
                .toList();
    assertEquals(List.of(), ours);
  }
}
