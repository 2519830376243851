package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tinwire put}: arguments, exit status, stdout, stderr. */
final class PutCommandTest {
  private static final Command PUT = Lines.piped("put");

  @TempDir Path temp;

  @BeforeEach
  void files() throws Exception {
    Files.writeString(temp.resolve("a b.txt"), "abc");
    Files.writeString(temp.resolve("c.txt"), "c");
    Files.createDirectory(temp.resolve("folder"));
  }

  private String file(String name) {
    return temp.resolve(name).toString();
  }

  private static final String CREATED = "S: HTTP/1.1 201 Created\nS: Content-Length: 0\nS:\n";

  @Test
  void aFileGoesUnderItsOwnNameIntoAFolder() throws Exception {
    String script =
        """
        C: PUT /in/a%20b.txt HTTP/1.1
        C*: Content-Type: text/plain;charset=utf-8
        C: Content-Length: 3
        C: If-None-Match: *
        C:
        C+: abc
        """;
    try (var server = new Transcript(script + CREATED)) {
      String url = "http://" + server.endpoint() + "/in/";
      Lines.of(file("a b.txt"), url)
          .on(PUT)
          .expect(0, "201 Created  PUT " + url + "a%20b.txt\n", "");
    }
  }

  @Test
  void aUrlWithANameGivesTheName() throws Exception {
    String script = "C: PUT /x?v=1 HTTP/1.1\nC*:\nC+: c\n" + CREATED;
    try (var server = new Transcript(script)) {
      Lines.of("-q", file("c.txt"), server.endpoint() + "/x?v=1").on(PUT).expect(0, "", "");
    }
  }

  @Test
  void severalGoOverOneConnectionAndAllAreTried() throws Exception {
    String refused =
        """
        C: PUT /a%20b.txt HTTP/1.1
        C*:
        C+: abc
        S: HTTP/1.1 412 Precondition Failed
        S: Content-Type: text/plain
        S: Content-Length: 13
        S:
        S+: it is there\\x1b!
        """;
    try (var server = new Transcript(refused + "C: PUT /c.txt HTTP/1.1\nC*:\nC+: c\n" + CREATED)) {
      String url = "http://" + server.endpoint() + "/";
      Lines.of(file("a b.txt"), file("c.txt"), url)
          .on(PUT)
          .expect(
              4,
              "201 Created  PUT " + url + "c.txt\n",
              "tinwire put: "
                  + url
                  + "a%20b.txt: 412 Precondition Failed (something is there already; --force"
                  + " replaces it); it says: it is there\\x1b!\n");
    }
  }

  @Test
  void forceReplaces() throws Exception {
    String script =
        """
        C: PUT /c.txt HTTP/1.1
        C~: Host: .*
        C~: User-Agent: .*
        C: Accept: */*
        C: Accept-Encoding: gzip, deflate, br
        C*:
        C+: c
        S: HTTP/1.1 204 No Content
        S:
        """;
    try (var server = new Transcript(script)) {
      String url = "http://" + server.endpoint() + "/";
      Lines.of("--force", file("c.txt"), url)
          .on(PUT)
          .expect(0, "204 No Content  PUT " + url + "c.txt\n", "");
    }
  }

  @Test
  void aStreamGoesInChunks() throws Exception {
    String script =
        "C: PUT /s HTTP/1.1\n"
            + "C*: Transfer-Encoding: chunked\n"
            + "C*:\n"
            + "C+: 5\\r\\nhello\\r\\n0\\r\\n\\r\\n\n"
            + CREATED;
    try (var server = new Transcript(script)) {
      var outcome = Lines.of("-", server.endpoint() + "/s").withInput("hello").on(PUT);
      assertEquals(0, outcome.status(), outcome::toString);
    }
  }

  @Test
  void jsonSaysWhatCame() throws Exception {
    try (var server = new Transcript("C: PUT /c.txt HTTP/1.1\nC*:\nC+: c\n" + CREATED)) {
      var outcome = Lines.of("--json", file("c.txt"), server.endpoint() + "/").on(PUT);
      assertEquals(1, outcome.lines().size(), outcome::toString);
      assertEquals(true, outcome.stdout().contains("\"status\":201"), outcome::toString);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a.txt                    | 2 | tinwire put: FILE...  URL is missing
          T/folder h:1/            | 2 | tinwire put: T/folder is a folder; -r sends it
          T/nope h:1/              | 1 | tinwire put: T/nope: no such file or folder
          - h:1/                   | 2 | tinwire put: standard input has no name: end the URL with one
          T/c.txt T/c.txt h:1/x    | 2 | tinwire put: several files go into a folder: write its URL with a slash at the end
          T/c.txt ftp://h/         | 2 | tinwire put: only http: and https: can be fetched, not ftp://h/
          T/c.txt 127.0.0.1:1/     | 1 | tinwire put: could not connect to 127.0.0.1:1: refused
          --forze T/c.txt h:1/     | 2 | tinwire put: unknown option --forze; did you mean --force?
          """)
  void mistakesAreSaidInALine(String line, int status, String words) throws Exception {
    var outcome = Lines.of(line.replace("T/", temp + "/").split(" +", -1)).on(PUT);
    assertEquals(status, outcome.status(), outcome::toString);
    assertEquals(words.replace("T/", temp + "/"), outcome.errors().getFirst());
  }

  @Test
  void helpShowsOptionsAndLimits() throws Exception {
    var help = Lines.of("--help").on(PUT).lines();
    for (String part : List.of("Uploading", "Limits", "Exit status")) {
      assertEquals(true, help.stream().anyMatch(part::equals), part);
    }
  }
}
