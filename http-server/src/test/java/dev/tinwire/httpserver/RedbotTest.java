package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Fields;
import dev.tinwire.http.HttpDate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What REDbot looks at when it is shown an address: it fetches it plain, compressed, in part and
 * conditionally, and compares. It is not to be had as a package here, so its questions are asked by
 * ourselves; where it has a BAD or a WARN, this fails.
 */
final class RedbotTest {
  /** More than one of them is BAD. */
  private static final List<String> SINGLE =
      List.of(
          "Date",
          "Content-Length",
          "Content-Type",
          "Content-Encoding",
          "Content-Range",
          "ETag",
          "Last-Modified",
          "Location",
          "Cache-Control",
          "Vary",
          "Accept-Ranges",
          "X-Content-Type-Options");

  @TempDir private static Path temp;
  private static @Nullable Serving server;

  @BeforeAll
  static void start() throws Exception {
    Path site = Files.createDirectory(temp.resolve("site"));
    TestSite.in(site)
        .file("a.txt", "0123456789")
        .file("long.css", "all work and no play ".repeat(1000))
        .file("app.js", "let plain = 1;".repeat(99))
        .file("app.js.br", "BR")
        .file("app.js.gz", "GZ")
        .file("data.bin", "\u0000\u0001binary".repeat(500))
        .file("page/index.html", "<!doctype html><title>page</title>".repeat(50));
    server = new Serving(temp.resolve("home"), site);
    TestSite.awaitSettled(site.resolve("page/index.html"));
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  private static Fetched get(String target, String... lines) throws IOException {
    if (server == null) throw new AssertionError("it was not started");
    return Fetched.from(server.address(), "GET", target, lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/a.txt", "/long.css", "/app.js", "/data.bin", "/page/", "/", "/?json", "/none"})
  void anAnswerIsWellFormedAndDescribed(String target) throws IOException {
    Fetched it = get(target);
    for (String name : SINGLE) assertTrue(it.fields().all(name).size() <= 1, name);
    var date = HttpDate.parse(it.field("Date"), InstantSource.system()).orElseThrow();
    assertTrue(Duration.between(date, Instant.now()).abs().toSeconds() <= 5, it.field("Date"));
    assertTrue(it.field("Content-Type").matches("[a-z]+/[a-z-]+(;charset=utf-8)?"), target);
    assertEquals("nosniff", it.field("X-Content-Type-Options"));
    assertEquals("no-cache", it.field("Cache-Control"));
    assertFalse(it.field("Vary").contains("*") || it.field("Vary").contains("User-Agent"), target);
    for (String never :
        new String[] {"Location", "Pragma", "Expires", "Set-Cookie", "Keep-Alive", "Server"}) {
      assertEquals("", it.field(never));
    }
    if (!it.field("Last-Modified").isEmpty()) {
      var modified = HttpDate.parse(it.field("Last-Modified"), InstantSource.system());
      assertFalse(modified.orElseThrow().isAfter(date));
    }
    int size = it.fields().lines().stream().mapToInt(line -> line.toString().length()).sum();
    assertTrue(size < 1500, size + " bytes of fields");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a.txt", "/long.css", "/data.bin", "/page/", "/", "/none"})
  void compressedItIsTheSameAndNotLonger(String target) throws IOException {
    Fetched plain = get(target);
    Fetched coded = get(target, "Accept-Encoding: gzip");
    assertEquals(plain.status(), coded.status());
    assertEquals(plain.field("Vary"), coded.field("Vary"));
    assertEquals(plain.field("Content-Type"), coded.field("Content-Type"));
    if (coded.field("Content-Encoding").isEmpty()) {
      assertEquals(plain.octets(), coded.octets());
      return;
    }
    assertEquals("gzip", coded.field("Content-Encoding"));
    assertTrue(coded.fields().lists("Vary", "Accept-Encoding"), coded.field("Vary"));
    assertTrue(coded.octets().length() < plain.octets().length());
    try (var in = new GZIPInputStream(new ByteArrayInputStream(coded.bytes()))) {
      assertArrayEquals(plain.bytes(), in.readAllBytes());
    }
    if (!plain.field("ETag").isEmpty()) assertNotEquals(plain.field("ETag"), coded.field("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a.txt", "/long.css", "/app.js", "/data.bin", "/page/"})
  void itCanBeAskedWhetherItIsNew(String target) throws IOException {
    for (String accepts : new String[] {"Accept-Encoding: gzip", "Accept-Encoding: identity"}) {
      Fetched whole = get(target, accepts);
      Fetched byTag = get(target, accepts, "If-None-Match: " + whole.field("ETag"));
      assertEquals(304, byTag.status());
      kept(whole.fields(), byTag.fields());
      String since = "If-Modified-Since: " + whole.field("Last-Modified");
      assertEquals(304, get(target, accepts, since).status());
      assertEquals(200, get(target, accepts, "If-None-Match: \"never\"").status());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a.txt", "/long.css", "/app.js", "/data.bin", "/page/"})
  void aPartIsAPartOfTheWhole(String target) throws IOException {
    for (String accepts : new String[] {"Accept-Encoding: gzip", "Accept-Encoding: identity"}) {
      Fetched whole = get(target, accepts);
      if (whole.field("Accept-Ranges").isEmpty()) continue; // it says that it has none
      Fetched part = get(target, accepts, "Range: bytes=1-1");
      assertEquals(206, part.status());
      assertEquals(whole.octets().substring(1, 2), part.octets());
      assertEquals("bytes 1-1/" + whole.octets().length(), part.field("Content-Range"));
      kept(whole.fields(), part.fields());
      assertEquals(whole.field("Content-Encoding"), part.field("Content-Encoding"));
    }
  }

  /** What a cache updates by, or joins parts by, is there and the same. */
  private static void kept(Fields whole, Fields other) {
    for (String name : new String[] {"ETag", "Vary", "Cache-Control", "Content-Location"}) {
      assertEquals(whole.all(name), other.all(name), name);
    }
    assertTrue(other.has("Date"));
  }
}
