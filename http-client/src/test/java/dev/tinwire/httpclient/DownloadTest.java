package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes into files: under which name, whole or not at all, and gone on with. */
final class DownloadTest {
  @TempDir Path temp;

  private static final Command GET = Lines.piped("get");

  static Outcome get(String... args) throws InterruptedException {
    var all = new ArrayList<>(List.of("-q"));
    all.addAll(List.of(args));
    return Lines.of(all.toArray(String[]::new)).on(GET);
  }

  static final String WHOLE =
      """
      C*:
      S: HTTP/1.1 200 OK
      S: Date: Fri, 20 Nov 2026 10:00:00 GMT
      S: Last-Modified: Thu, 19 Nov 2026 10:00:00 GMT
      S: ETag: "v1"
      S: Content-Length: 10
      S:
      S+: 0123456789
      """;

  static final String HALF =
      """
      C*:
      S: HTTP/1.1 200 OK
      S: ETag: "v1"
      S: Content-Length: 10
      S:
      S+: 01234
      S CLOSE
      """;

  private List<String> files() throws IOException {
    try (var list = Files.list(temp)) {
      return list.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aNamedFileGetsContentAndTime() throws Exception {
    Path file = temp.resolve("a");
    Files.writeString(file, "old");
    try (var server = new Transcript(WHOLE)) {
      assertEquals(0, get("-o", file.toString(), server.endpoint()).status());
    }
    assertEquals("0123456789", Files.readString(file));
    assertEquals(
        Instant.parse("2026-11-19T10:00:00Z"), Files.getLastModifiedTime(file).toInstant());
    assertEquals(List.of("a"), files());
  }

  @Test
  void aBodyCutShortNeverHasTheName() throws Exception {
    Path file = temp.resolve("a");
    try (var server = new Transcript(HALF)) {
      var outcome = get("-o", file.toString(), server.endpoint());
      assertEquals(1, outcome.status(), outcome::toString);
      assertTrue(outcome.stderr().contains("5 of 10 bytes"), outcome::toString);
      assertTrue(outcome.stderr().contains("--continue goes on"), outcome::toString);
    }
    assertEquals(List.of("a.part", "a.part.json"), files());
  }

  @Test
  void whatCannotBeGoneOnWithDoesNotStay() throws Exception {
    String script = HALF.replace("S: ETag: \"v1\"\n", "");
    try (var server = new Transcript(script)) {
      assertEquals(1, get("-o", temp.resolve("a").toString(), server.endpoint()).status());
    }
    assertEquals(List.of(), files());
  }

  @Test
  void anErrorIsNotSaved() throws Exception {
    String script =
        """
        C*:
        S: HTTP/1.1 404 Not Found
        S: Content-Length: 2
        S:
        S+: no
        """;
    try (var server = new Transcript(script)) {
      var outcome = get("-o", temp.resolve("a").toString(), server.endpoint());
      assertEquals(4, outcome.status(), outcome::toString);
      assertTrue(outcome.stderr().contains("404 Not Found; nothing was saved"));
    }
    assertEquals(List.of(), files());
  }

  @Test
  void aNameMayBeAsLongAsTheFolderTakes() throws Exception {
    String name = "x".repeat(255);
    try (var server = new Transcript(WHOLE)) {
      assertEquals(0, get("-o", temp.resolve(name).toString(), server.endpoint()).status());
    }
    assertEquals(List.of(name), files());
  }

  @Test
  void aPartNobodyAskedForIsAnError() throws Exception {
    try (var server =
        new Transcript(
            ResumedDownloadTest.REST
                .replaceAll("(?m)^C.*\n", "")
                .indent(0)
                .transform("C*:\n"::concat))) {
      var outcome = get("-o", temp.resolve("a").toString(), server.endpoint());
      assertEquals(1, outcome.status());
      assertTrue(outcome.stderr().contains("nobody asked for"), outcome::toString);
    }
  }

  @Test
  void theDigestDecidesWhetherItStays() throws Exception {
    String right = "84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882";
    Path file = temp.resolve("a");
    try (var server = new Transcript(WHOLE)) {
      assertEquals(0, get("-o", file.toString(), "--sha256", right, server.endpoint()).status());
    }
    assertEquals("0123456789", Files.readString(file));
    Files.delete(file);
    try (var server = new Transcript(WHOLE)) {
      var outcome =
          get("-o", file.toString(), "--sha256", right.replace('8', '9'), server.endpoint());
      assertEquals(6, outcome.status(), outcome::toString);
    }
    assertEquals(List.of(), files());
  }

  @Test
  void severalPairsGoOverOneConnection() throws Exception {
    Path a = temp.resolve("a");
    Path b = temp.resolve("b");
    String script = WHOLE + "C: GET /b HTTP/1.1\n" + WHOLE.replace("0123456789", "abcdefghij");
    try (var server = new Transcript(script)) {
      String url = server.endpoint();
      assertEquals(0, get("-o", a.toString(), url, "-o", b.toString(), url + "/b").status());
    }
    assertEquals("0123456789", Files.readString(a));
    assertEquals("abcdefghij", Files.readString(b));
  }

  @Test
  void aListOfAddressesIsReadFromAFile() throws Exception {
    String script = WHOLE + WHOLE;
    try (var server = new Transcript(script)) {
      Path list = temp.resolve("list");
      Files.writeString(list, "# two\n" + server.endpoint() + "\n\n" + server.endpoint() + "\n");
      get("--input", list.toString()).expect(0, "01234567890123456789", "");
    }
  }
}
