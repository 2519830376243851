package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ?zip}: what is in the archive, and how it is answered. */
class ZipTest {
  @TempDir Path root;

  private TestSite site() {
    return TestSite.in(root);
  }

  @BeforeEach
  void aFolder() throws IOException {
    site()
        .file("photos/a.txt", "first")
        .file("photos/index.html", "<h1>")
        .file("photos/sub/grüße.txt", "third")
        .file("photos/empty", "")
        .folder("photos/nothing");
  }

  private static final Map<String, String> PHOTOS =
      new TreeMap<>(
          Map.of(
              "photos/", "",
              "photos/a.txt", "first",
              "photos/empty", "",
              "photos/index.html", "<h1>",
              "photos/nothing/", "",
              "photos/sub/", "",
              "photos/sub/grüße.txt", "third"));

  @Test
  void aFolderIsReadFromTheFrontAndFromTheBack() throws IOException {
    var reply = site().get("/photos/?zip");
    assertEquals(200, reply.status());
    assertEquals(PHOTOS, Unzipped.streamed(reply.bytes()));
    assertEquals(PHOTOS, Unzipped.listed(reply.bytes()));
  }

  @Test
  void theAnswerSaysHowToKeepIt() throws IOException {
    var reply = site().folder("grüße \"x\"").get("/gr%C3%BC%C3%9Fe%20%22x%22/?zip");
    assertEquals("application/zip", reply.field("Content-Type"));
    assertEquals(
        "attachment; filename=\"gr__e _x_.zip\"; filename*=UTF-8''gr%C3%BC%C3%9Fe%20%22x%22.zip",
        reply.field("Content-Disposition"));
    assertEquals("bytes", reply.field("Accept-Ranges"));
    assertEquals("no-cache", reply.field("Cache-Control"));
    assertEquals("nosniff", reply.field("X-Content-Type-Options"));
  }

  @Test
  void theRootHasTheNameOfItsFolder() throws IOException {
    var reply = site().get("/?zip");
    String name = root.toRealPath().getFileName().toString();
    assertTrue(reply.field("Content-Disposition").contains("\"" + name + ".zip\""));
    assertEquals("third", Unzipped.listed(reply.bytes()).get(name + "/photos/sub/grüße.txt"));
  }

  @Test
  void whatIsNotServedIsNotInIt() throws IOException {
    site()
        .file("secret", "SECRET")
        .file("photos/.env", "SECRET")
        .file("photos/.git/config", "SECRET")
        .file("photos/back\\slash", "SECRET")
        .link("photos/out", "/etc")
        .link("photos/passwd", "/etc/passwd")
        .link("photos/env", ".env")
        .link("photos/dangling", "nowhere")
        .link("photos/round", "round");
    assertEquals(PHOTOS.keySet(), names("/photos/?zip"));
  }

  private Set<String> names(String target) throws IOException {
    return new TreeSet<>(Unzipped.streamed(site().get(target).bytes()).keySet());
  }

  @Test
  void aLinkThatStaysInsideIsWhatItLeadsTo() throws IOException {
    site()
        .file("other/x", "linked")
        .link("photos/file", "../other/x")
        .link("photos/in", "../other");
    var all = Unzipped.streamed(site().get("/photos/?zip").bytes());
    assertEquals("linked linked", all.get("photos/file") + " " + all.get("photos/in/x"));
  }

  @Test
  void aLinkToAFolderItLiesInHasNoEndAndIsLeftOut() throws IOException {
    site().link("photos/sub/up", "..").link("photos/self", ".");
    assertEquals(PHOTOS.keySet(), names("/photos/?zip"));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "/photos?zip, 301",
    "/photos/?zip=1&x, 200",
    "/photos/a.txt?zip, 200",
    "/nowhere/?zip, 404"
  })
  void onlyFoldersAreZipped(String target, int status) throws IOException {
    var reply = site().get(target);
    assertEquals(status, reply.status());
    assertEquals(
        target.startsWith("/photos/?"), reply.field("Content-Type").equals("application/zip"));
  }

  /** Its directory is a listing. */
  @Test
  void whereNothingIsListedNothingIsZipped() throws IOException {
    var handler = site().handler(new SiteOptions("index.html", false, false));
    assertEquals("<h1>", TestSite.ask(handler, TestSite.head("GET", "/photos/?zip")).text());
    assertEquals(404, TestSite.ask(handler, TestSite.head("GET", "/photos/sub/?zip")).status());
  }

  @Test
  void theSameFolderIsTheSameArchive() throws IOException {
    var first = site().get("/photos/?zip");
    var again = site().get("/photos/?zip");
    assertEquals(first.fields(), again.fields());
    assertEquals(first.octets(), again.octets());
    assertEquals(304, site().get("/photos/?zip", "If-None-Match: " + first.field("ETag")).status());
    assertEquals(412, site().get("/photos/?zip", "If-Match: \"x\"").status());
  }

  @ParameterizedTest
  @CsvSource({"content", "name", "time", "folder", "link"})
  void eachChangeIsSeenByTheTag(String change) throws IOException {
    site().link("photos/link", "a.txt");
    String before = site().get("/photos/?zip").field("ETag");
    switch (change) {
      case "content" -> site().file("photos/sub/grüße.txt", "Third");
      case "name" -> Files.move(root.resolve("photos/a.txt"), root.resolve("photos/b.txt"));
      case "time" ->
          Files.setLastModifiedTime(
              root.resolve("photos/a.txt"), FileTime.from(Instant.EPOCH.plus(Duration.ofDays(1))));
      case "folder" -> site().folder("photos/more");
      case "link" -> {
        Files.delete(root.resolve("photos/link"));
        site().link("photos/link", "empty");
      }
      default -> throw new AssertionError(change);
    }
    assertNotEquals(before, site().get("/photos/?zip").field("ETag"));
  }

  @Test
  void modificationTimesArrive() throws IOException {
    var time = Instant.parse("2001-02-03T04:05:07Z");
    Files.setLastModifiedTime(root.resolve("photos/a.txt"), FileTime.from(time));
    byte[] archive = site().get("/photos/?zip").bytes();
    try (var in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      in.getNextEntry();
      var entry = in.getNextEntry();
      assertEquals("photos/a.txt " + time, entry.getName() + " " + entry.getLastModifiedTime());
    }
  }

  /** Which may be a moment behind, and has better to keep. */
  @Test
  void aMemoryForHotFilesIsNotAsked() throws IOException {
    var room = new HotSite.Room(100, 10_000, 1000, Duration.ofHours(1));
    var hot = new HotSite(new SiteRoot(root, false), room, site().clock(), System::nanoTime);
    var handler = site().handler(hot, SiteOptions.DEFAULT);
    assertEquals("first", TestSite.ask(handler, TestSite.head("GET", "/photos/a.txt")).text());
    site().file("photos/a.txt", "newer");
    var reply = TestSite.ask(handler, TestSite.head("GET", "/photos/?zip"));
    assertEquals("newer", Unzipped.streamed(reply.bytes()).get("photos/a.txt"));
  }
}
