package dev.tinwire.httpclient;

import static dev.tinwire.httpclient.ShellScript.ROOT;
import static dev.tinwire.httpclient.ShellScript.answer;
import static dev.tinwire.httpclient.ShellScript.asked;
import static dev.tinwire.httpclient.ShellScript.file;
import static dev.tinwire.httpclient.ShellScript.listing;
import static dev.tinwire.httpclient.ShellScript.server;
import static dev.tinwire.httpclient.ShellScript.shell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that go from there to here and back in a session. */
final class ShellFilesTest {
  @TempDir Path temp;

  private List<String> files() throws IOException {
    try (var list = Files.list(temp)) {
      return list.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void filesAreFetchedAndNothingIsReplaced() throws Exception {
    Files.writeString(temp.resolve("there"), "old");
    try (var server = server(file("/a%20b.txt", "abc"), file("/x", "new"))) {
      var outcome =
          shell(temp, server, "get 'a b.txt' new\nget x there\nget -f x there")
              .on(Lines.piped("shell"));
      assertEquals(1, outcome.status(), outcome::toString);
      assertEquals(
          "get: " + temp + "/there exists already; -f replaces it", outcome.errors().get(1));
    }
    assertEquals("abc", Files.readString(temp.resolve("new")));
    assertEquals("new", Files.readString(temp.resolve("there")));
    assertEquals(List.of("new", "there"), files());
  }

  @Test
  void whatTheServerRefusesIsNotSaved() throws Exception {
    try (var server =
        server(asked("GET /x") + answer("500 Internal Server Error", "text/plain", "no"))) {
      String url = "http://" + server.endpoint() + "/x";
      shell(temp, server, "get x")
          .on(Lines.piped("shell"))
          .expect(5, "", "get: " + url + ": 500 Internal Server Error\n");
    }
    assertEquals(List.of(), files());
  }

  @Test
  void aBrokenTransferIsGoneOnWith() throws Exception {
    String half =
        asked("GET /x")
            + "S: HTTP/1.1 200 OK\nS: ETag: \"v\"\nS: Content-Length: 6\nS:\nS+: abc\nS CLOSE\n";
    String rest =
        """
        ---
        C: GET /x HTTP/1.1
        C*: Range: bytes=3-
        C*: If-Range: "v"
        C*:
        S: HTTP/1.1 206 Partial Content
        S: ETag: "v"
        S: Content-Range: bytes 3-5/6
        S: Content-Length: 3
        S:
        S+: def
        """;
    try (var server = server(half, rest)) {
      var outcome = shell(temp, server, "get x\nreget x").on(Lines.piped("shell"));
      assertEquals(1, outcome.status(), outcome::toString);
      assertTrue(outcome.errors().getFirst().contains("3 bytes are kept"), outcome::toString);
    }
    assertEquals("abcdef", Files.readString(temp.resolve("x")));
  }

  @Test
  void whoGoesOnWithManyPassesOverWhatIsAllHere() throws Exception {
    Files.writeString(temp.resolve("c.jpg"), "abc");
    Files.setLastModifiedTime(temp.resolve("c.jpg"), FileTime.from(Instant.EPOCH));
    Files.writeString(temp.resolve("x"), "older");
    String head =
        asked("HEAD %s")
            + "S: HTTP/1.1 200 OK\nS: Last-Modified: Thu, 01 Jan 1970 00:00:00 GMT\n"
            + "S: Content-Length: 3\nS:\n";
    try (var server = server(head.formatted("/c.jpg"), head.formatted("/x"))) {
      var outcome = shell(temp, server, "mget -c c.jpg\nreget x").on(Lines.piped("shell"));
      assertEquals(1, outcome.status(), outcome::toString);
      assertEquals(
          List.of(
              temp + "/c.jpg was all here already",
              "reget: " + temp + "/x exists already and may be another version; -f replaces it"),
          outcome.errors());
    }
    assertEquals("older", Files.readString(temp.resolve("x")));
  }

  @Test
  void whatBreaksIsTriedAgainOnItsOwnWhereThatWasAskedFor() throws Exception {
    String half =
        asked("GET /x")
            + "S: HTTP/1.1 200 OK\nS: ETag: \"v\"\nS: Content-Length: 6\nS:\nS+: abc\nS CLOSE\n";
    String rest =
        """
        ---
        C: GET /x HTTP/1.1
        C*: Range: bytes=3-
        C*:
        S: HTTP/1.1 206 Partial Content
        S: ETag: "v"
        S: Content-Range: bytes 3-5/6
        S: Content-Length: 3
        S:
        S+: def
        """;
    try (var server = server(half, rest)) {
      var commands = "lcd '" + temp + "'\nget x";
      var outcome =
          Lines.of("--retry", "1", server.endpoint()).withInput(commands).on(Lines.piped("shell"));
      assertEquals(0, outcome.status(), outcome::toString);
    }
    assertEquals("abcdef", Files.readString(temp.resolve("x")));
  }

  @Test
  void manyAreFetchedUnderSafeNamesFromTheFolderOnly() throws Exception {
    try (var server = server(listing("/", ROOT), file("/c.jpg", "abc"), file("/e", "efg"))) {
      var outcome = shell(temp, server, "mget *.jpg").on(Lines.piped("shell"));
      assertEquals(0, outcome.status(), outcome::toString);
      assertFalse(outcome.stderr().contains("\u001b"), outcome::toString);
    }
    assertEquals(List.of("c.jpg", "e[2J.jpg"), files());
  }

  @Test
  void filesAreSent() throws Exception {
    Files.writeString(temp.resolve("a b"), "abc");
    Files.writeString(temp.resolve("c.txt"), "c");
    String put = "C: PUT %s HTTP/1.1\nC*: If-None-Match: *\nC*:\nC+: %s\n";
    String created = answer("201 Created", "text/plain", "");
    String forced = "C: PUT /in/c.txt HTTP/1.1\nC*:\nC+: c\n" + created;
    try (var server =
        server(
            put.formatted("/a%20b", "abc") + created,
            forced,
            put.formatted("/c.txt", "c") + answer("412 Precondition Failed", "text/plain", ""))) {
      String url = "http://" + server.endpoint() + "/";
      var outcome =
          shell(temp, server, "put 'a b'\nput -f c.txt in/\nmput c*").on(Lines.piped("shell"));
      assertEquals(4, outcome.status(), outcome::toString);
      assertEquals(
          List.of("201 Created  PUT " + url + "a%20b", "201 Created  PUT " + url + "in/c.txt"),
          outcome.lines());
      assertEquals(
          "mput: "
              + url
              + "c.txt: 412 Precondition Failed (something is there already; "
              + "--force replaces it)",
          outcome.errors().getLast());
    }
  }
}
