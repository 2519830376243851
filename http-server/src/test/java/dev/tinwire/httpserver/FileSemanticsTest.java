package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.HttpDate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSemanticsTest {
  private static final Instant MODIFIED = Instant.parse("2024-02-29T12:30:15.5Z");

  @TempDir Path root;

  private TestSite site() {
    return TestSite.in(root);
  }

  @BeforeEach
  void aFile() throws IOException {
    site().file("a.txt", "0123456789").file("b.html", "<p>").folder("sub");
    Files.setLastModifiedTime(root.resolve("a.txt"), FileTime.from(MODIFIED));
  }

  @Test
  void aFileIsSentWithAllThereIsToSayAboutIt() throws IOException {
    var reply = site().get("/a.txt");
    assertEquals(200, reply.status());
    assertEquals("0123456789", reply.text());
    assertEquals(10, reply.length().orElseThrow());
    assertEquals("text/plain;charset=utf-8", reply.field("Content-Type"));
    assertEquals("Thu, 29 Feb 2024 12:30:15 GMT", reply.field("Last-Modified"));
    assertEquals("no-cache", reply.field("Cache-Control"));
    assertEquals("nosniff", reply.field("X-Content-Type-Options"));
    assertEquals("bytes", reply.field("Accept-Ranges"));
    assertTrue(reply.field("ETag").matches("\"[0-9a-f]{16}\""), reply.field("ETag"));
  }

  /** RFC 9110 §9.3.2: the same fields, and the session sends no content; §14.2: no range. */
  @Test
  void headIsAnsweredAsGetWithoutARange() throws IOException {
    var head = site().ask(TestSite.head("HEAD", "/a.txt", "Range: bytes=0-1"));
    assertEquals(200, head.status());
    assertEquals(site().get("/a.txt").fields(), head.fields());
    assertEquals(10, head.length().orElseThrow());
  }

  @ParameterizedTest(name = "RFC 9110 §9.1: {0} is {1}")
  @CsvSource({
    "GET, 200",
    "HEAD, 200",
    "OPTIONS, 204",
    "POST, 405",
    "PUT, 405",
    "DELETE, 405",
    "PATCH, 405",
    "TRACE, 405",
    "get, 501",
    "FOO, 501",
    "GETX, 501",
    "PROPFIND, 501",
  })
  void methodsAreReadToTheLetter(String method, int status) throws IOException {
    var reply = site().ask(TestSite.head(method, "/a.txt"));
    assertEquals(status, reply.status());
    boolean allow = status == 204 || status == 405; // §15.5.6: a 405 must say it
    assertEquals(allow ? "GET, HEAD, OPTIONS" : "", reply.field("Allow"));
  }

  @ParameterizedTest(name = "RFC 9110 §9.3.7: OPTIONS {0} is {1}")
  @CsvSource({"*, 204", "/, 204", "/sub, 204", "/missing, 404", "/.git, 404", "/%00, 404"})
  void optionsTellWhatMayBeDone(String target, int status) throws IOException {
    assertEquals(status, site().ask(TestSite.head("OPTIONS", target)).status());
  }

  @Test
  void optionsLookAtNoCondition() throws IOException { // RFC 9110 §13.2.1
    String head = TestSite.head("OPTIONS", "/a.txt", "If-Match: \"x\"", "If-None-Match: *");
    assertEquals(204, site().ask(head).status());
  }

  @Test
  void connectIsNotAllowed() throws IOException {
    assertEquals(405, site().ask(TestSite.head("CONNECT", "site.test:443")).status());
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "http://other.test/a.txt, 200",
    "http://other.test/a.txt?q, 200",
    "http://other.test, 200",
    "http://other.test?q, 200",
    "/a.txt?b/../c, 200",
    "/a.txt/, 404",
    "/a.txt/more, 404",
    "/A.TXT?, 404",
    "/sub/a.txt, 404",
  })
  void aPathLeadsToItsFileAndToNoOther(String target, int status) throws IOException {
    assertEquals(status, site().get(target).status());
  }

  /** Caddy answers 500 to both. */
  @Test
  void namesThatNoFileCanHaveAreMissing() throws IOException {
    assertEquals(404, site().get("/" + "a".repeat(4000)).status());
    assertEquals(404, site().get("/" + "a/".repeat(3000)).status());
    assertEquals(404, site().get("/a%00.txt").status());
  }

  /** RFC 9110 §8.8.2.1: not later than the moment of the answer. */
  @Test
  void aFileFromTheFutureWasModifiedNow() throws IOException {
    var site = new TestSite(root, () -> MODIFIED);
    Files.setLastModifiedTime(root.resolve("a.txt"), FileTime.from(MODIFIED.plusSeconds(99)));
    assertEquals(HttpDate.print(MODIFIED), site.get("/a.txt").field("Last-Modified"));
  }

  @Test
  void aFileFromBeforeThereWereFilesHasNoDate() {
    var ancient = new FileState(1, Instant.parse("-20000-01-01T00:00:00Z"), MODIFIED, "");
    assertEquals(Optional.empty(), ancient.lastModified(MODIFIED));
  }

  /** RFC 9110 §8.8.1: nginx and Caddy keep the tag within a second; time set back fools many. */
  @Test
  void theTagChangesWithEveryChange() throws IOException {
    String tag = site().get("/a.txt").field("ETag");
    assertEquals(tag, site().get("/a.txt").field("ETag"));
    Files.writeString(root.resolve("a.txt"), "9876543210");
    Files.setLastModifiedTime(root.resolve("a.txt"), FileTime.from(MODIFIED));
    assertNotEquals(tag, site().get("/a.txt").field("ETag"));
  }

  /** It may change again before a clock ticks, and nothing would show. */
  @Test
  void theTagOfAFileThatHasJustChangedIsOfOneAnswerAlone() throws IOException {
    Instant changed = FileState.of(root.resolve("a.txt")).changed();
    String first = new TestSite(root, () -> changed.plusNanos(1)).get("/a.txt").field("ETag");
    var second = new TestSite(root, () -> changed.plusNanos(2));
    assertNotEquals(first, second.get("/a.txt").field("ETag"));
    assertEquals(200, second.get("/a.txt", "If-None-Match: " + first).status());
  }

  @Test
  void aFileSystemWithWholeSecondsTakesLongerToSettle() {
    var coarse = new FileState(1, MODIFIED, Instant.ofEpochSecond(1000), "");
    var fine = new FileState(1, MODIFIED, Instant.ofEpochSecond(1000, 1), "");
    Instant soon = Instant.ofEpochSecond(1001);
    assertEquals("false true", coarse.settled(soon) + " " + fine.settled(soon));
    assertTrue(coarse.settled(soon.plus(Duration.ofSeconds(3))));
  }

  @Test
  void anEmptyFileHasALength() throws IOException {
    site().file("empty", "");
    var reply = site().get("/empty");
    assertEquals("200 0", reply.status() + " " + reply.length().orElseThrow());
    assertEquals("application/octet-stream", reply.field("Content-Type"));
  }
}
