package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder that stored answers are in. */
class DiskCacheTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder = Path.of("");
  private int ids;
  private DiskCache cache = new DiskCache(folder, 0, () -> "", InstantSource.system());

  @BeforeEach
  void inAnEmptyFolder() {
    cache = new DiskCache(folder, 100_000, () -> "id" + ids++, InstantSource.system());
  }

  private static Stored stored(String url, Fields asked, String... fields) throws IOException {
    return new Stored(Url.parse(url), asked, Status.OK, Fields.of(fields), NOW, NOW.plusMillis(5));
  }

  private void put(Stored stored, String body) throws IOException {
    try (var writing = cache.begin(stored)) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      writing.write(bytes, 0, bytes.length);
      writing.commit();
    }
  }

  private String body(CacheStore.Entry entry) throws IOException {
    try (var in = cache.open(entry).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatWasPutIsFound() throws IOException {
    Stored answer = stored("http://h/a?b", Fields.NONE, "ETag", "\"x\"", "X", "\u00e4");
    put(answer, "body");
    var found = cache.find(Url.parse("http://h/a?b#fragment"));
    assertEquals(List.of(answer), found.stream().map(CacheStore.Entry::stored).toList());
    assertEquals("body", body(found.getFirst()));
    assertEquals(List.of(), cache.find(Url.parse("http://h/a")));
  }

  @Test
  void theSameRequestHasOneAnswerOthersTheirOwn() throws IOException {
    Fields german = Fields.of("Accept-Language", "de");
    Fields english = Fields.of("Accept-Language", "en");
    put(stored("http://h/", german, "Vary", "Accept-Language"), "alt");
    put(stored("http://h/", english, "Vary", "Accept-Language"), "new");
    put(stored("http://h/", german, "Vary", "Accept-Language"), "neu");
    var found = cache.find(Url.parse("http://h/"));
    assertEquals(2, found.size());
    var ours = found.stream().filter(e -> e.stored().matches(german)).findFirst().orElseThrow();
    assertEquals("neu", body(ours));
    assertEquals(4, names().size());
  }

  @Test
  void halfABodyLeavesNothing() throws IOException {
    try (var writing = cache.begin(stored("http://h/", Fields.NONE))) {
      writing.write(new byte[10], 0, 10);
    }
    assertEquals(List.of(), names());
  }

  @Test
  void fieldsCanBeMadeNewer() throws IOException {
    put(stored("http://h/", Fields.NONE, "A", "1"), "body");
    var entry = cache.find(Url.parse("http://h/")).getFirst();
    cache.update(entry, entry.stored().freshened(Fields.of("A", "2"), NOW, NOW));
    var newer = cache.find(Url.parse("http://h/")).getFirst();
    assertEquals("2", newer.stored().fields().first("A").orElseThrow());
    assertEquals("body", body(newer));
  }

  @Test
  void whatIsRemovedIsGone() throws IOException {
    put(stored("http://h/", Fields.NONE), "body");
    cache.remove(Url.parse("http://h/"));
    assertEquals(List.of(), names());
  }

  @Test
  void theOldestMakeRoom() throws IOException {
    for (int i = 0; i < 5; i++) {
      put(stored("http://h/" + i, Fields.NONE), "x".repeat(30_000));
      for (String name : names()) {
        if (name.contains("id" + i)) {
          Files.setLastModifiedTime(folder.resolve(name), FileTime.from(NOW.plusSeconds(i)));
        }
      }
    }
    assertEquals(List.of(), cache.find(Url.parse("http://h/0")));
    assertEquals(1, cache.find(Url.parse("http://h/4")).size());
    long total = 0;
    for (String name : names()) total += Files.size(folder.resolve(name));
    assertTrue(total <= 100_000, total + " bytes");
  }

  @Test
  void damagedHeadsAreNotThere() throws IOException {
    put(stored("http://h/", Fields.NONE), "body");
    for (String name : names()) {
      if (name.endsWith(".head")) {
        for (String damaged :
            List.of("", "{}", "{\"format\":1,\"url\":\"http://h/\",\"status\":9}")) {
          Files.writeString(folder.resolve(name), damaged);
          assertEquals(List.of(), cache.find(Url.parse("http://h/")), damaged);
        }
      }
    }
  }

  @Test
  void aBodyThatIsGoneIsEmpty() throws IOException {
    put(stored("http://h/", Fields.NONE), "body");
    var entry = cache.find(Url.parse("http://h/")).getFirst();
    for (String name : names()) if (name.endsWith(".body")) Files.delete(folder.resolve(name));
    assertTrue(cache.open(entry).isEmpty());
  }
}
