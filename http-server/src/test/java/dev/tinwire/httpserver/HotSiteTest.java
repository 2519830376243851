package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.FakeClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotSiteTest {
  private static final HotSite.Room ROOM =
      new HotSite.Room(8, 20_000, 1000, Duration.ofMillis(100));
  private static final Duration MOMENT = Duration.ofMillis(99);

  @TempDir Path root;
  private final FakeClock clock = new FakeClock();
  private final List<String> asked = new ArrayList<>();
  private HotSite hot = withRoom(ROOM);

  private HotSite withRoom(HotSite.Room room) {
    Site counting =
        path -> {
          asked.add(path.toString());
          return new SiteRoot(root, false).find(path);
        };
    return new HotSite(counting, room, () -> TestSite.in(root).now(), clock::nanoTime);
  }

  private TestSite site() {
    return TestSite.in(root);
  }

  private String get(String target) throws IOException {
    var handler = site().handler(hot, SiteOptions.DEFAULT);
    var reply = TestSite.ask(handler, TestSite.head("GET", target));
    return reply.status() + " " + reply.text();
  }

  @BeforeEach
  void aFileThatIsKnown() throws IOException {
    hot = withRoom(ROOM);
    site().file("a.txt", "first");
    assertEquals("200 first", get("/a.txt"));
    asked.clear();
  }

  @Test
  void aHotFileIsNotLookedAtForAMoment() throws IOException {
    Files.delete(root.resolve("a.txt"));
    clock.advance(MOMENT);
    assertEquals("200 first", get("/a.txt"));
    assertEquals(List.of(), asked);
  }

  /** By a site that cannot tell without opening it. */
  @Test
  void afterThatItIsLookedAtOnce() throws IOException {
    clock.advance(ROOM.fresh());
    assertEquals("200 first", get("/a.txt"));
    assertEquals("200 first", get("/a.txt"));
    assertEquals(List.of("/a.txt"), asked);
  }

  @Test
  void anAnswerFromMemoryIsTheSameAsOneFromDisk() throws IOException {
    for (String line : List.of("X: y", "Range: bytes=1-2", "Range: bytes=-2", "Range: bytes=9-")) {
      String head = TestSite.head("GET", "/a.txt", line);
      assertEquals(
          site().ask(head), TestSite.ask(site().handler(hot, SiteOptions.DEFAULT), head), line);
    }
    assertInstanceOf(Resource.InMemory.class, hot.find(new SitePath(List.of("a.txt"), false)));
  }

  @Test
  void aChangedFileIsSeen() throws IOException {
    site().file("a.txt", "other");
    clock.advance(ROOM.fresh());
    assertEquals("200 other", get("/a.txt"));
  }

  @Test
  void aTruncatedFileIsSeen() throws IOException {
    site().file("a.txt", "");
    clock.advance(ROOM.fresh());
    assertEquals("200 ", get("/a.txt"));
  }

  @Test
  void aReplacedFileIsSeen() throws IOException {
    site().file("b.txt", "newer");
    Files.setLastModifiedTime(
        root.resolve("b.txt"), Files.getLastModifiedTime(root.resolve("a.txt")));
    Files.move(root.resolve("b.txt"), root.resolve("a.txt"), StandardCopyOption.REPLACE_EXISTING);
    clock.advance(ROOM.fresh());
    assertEquals("200 newer", get("/a.txt"));
  }

  @Test
  void aDeletedFileIsSeen() throws IOException {
    Files.delete(root.resolve("a.txt"));
    clock.advance(ROOM.fresh());
    assertEquals("404 404 Not Found\n", get("/a.txt"));
  }

  @Test
  void aLinkThatNowLeadsOutIsSeen() throws IOException {
    Files.delete(root.resolve("a.txt"));
    site().link("a.txt", "/etc/hostname");
    clock.advance(ROOM.fresh());
    assertEquals("404 404 Not Found\n", get("/a.txt"));
  }

  /**
   * Whoever runs the tests may be allowed to read everything, so the site behind is told to refuse.
   */
  @Test
  void permissionLostIsSeen() throws IOException {
    var allowed = new boolean[] {true};
    Site behind =
        path -> allowed[0] ? new SiteRoot(root, false).find(path) : new Resource.Missing();
    hot = new HotSite(behind, ROOM, () -> site().now(), clock::nanoTime);
    assertEquals("200 first", get("/a.txt"));
    allowed[0] = false;
    clock.advance(ROOM.fresh());
    assertEquals("404 404 Not Found\n", get("/a.txt"));
  }

  @Test
  void aNewFileIsSeenWhereNothingWas() throws IOException {
    assertEquals("404 404 Not Found\n", get("/new.txt"));
    site().file("new.txt", "new");
    clock.advance(ROOM.fresh());
    assertEquals("200 new", get("/new.txt"));
  }

  @Test
  void whereNothingIsIsRememberedToo() throws IOException {
    assertEquals("404 404 Not Found\n", get("/none.txt"));
    asked.clear();
    assertEquals("404 404 Not Found\n", get("/none.txt"));
    assertEquals(List.of(), asked);
  }

  @Test
  void aFileThatHasJustChangedIsNotRemembered() throws IOException {
    Path file = root.resolve("a.txt");
    var soon = FileState.of(file).changed().plusMillis(1);
    hot = new HotSite(new SiteRoot(root, false), ROOM, () -> soon, clock::nanoTime);
    assertEquals("200 first", get("/a.txt"));
    site().file("a.txt", "other");
    assertEquals("200 other", get("/a.txt"));
  }

  @Test
  void aLargeFileComesFromDisk() throws IOException {
    site().file("large.txt", "x".repeat(1001));
    try (var found = hot.find(new SitePath(List.of("large.txt"), false))) {
      assertInstanceOf(Resource.OnDisk.class, found);
    }
    assertTrue(get("/large.txt").startsWith("200 xxx"));
  }

  @Test
  void itHoldsNoMoreThanItHasRoomFor() throws IOException {
    for (int i = 0; i < 100; i++) {
      site().file(i + ".txt", "x".repeat(900));
      get("/" + i + ".txt");
      get("/" + "n".repeat(200) + i);
      var held = Held.by(hot);
      assertTrue(held.entries() <= ROOM.entries(), held::toString);
      assertTrue(held.bytes() <= ROOM.bytes(), held::toString);
    }
    hot = withRoom(new HotSite.Room(1000, 3000, 1000, Duration.ofSeconds(1)));
    for (int i = 0; i < 100; i++) get("/" + i + ".txt");
    assertEquals(2, Held.by(hot).entries());
  }

  @Test
  void whatIsAskedForMostStays() throws IOException {
    for (int i = 0; i < 50; i++) {
      get("/none-" + i);
      assertEquals("200 first", get("/a.txt"));
    }
    assertTrue(!asked.contains("/a.txt"), asked::toString);
  }

  @Test
  void withNoFreshnessEveryChangeIsSeenAtOnce() throws IOException {
    hot = withRoom(new HotSite.Room(8, 20_000, 1000, Duration.ZERO));
    assertEquals("200 first", get("/a.txt"));
    site().file("a.txt", "other");
    assertEquals("200 other", get("/a.txt"));
  }

  @Test
  void aFaultOfTheMachineIsNotRemembered() {
    hot =
        new HotSite(
            _ -> {
              throw new IOException("Too many open files");
            },
            ROOM,
            () -> site().now(),
            clock::nanoTime);
    assertThrows(IOException.class, () -> get("/a.txt"));
    assertEquals(new Held(0, 0), Held.by(hot));
  }

  /** What we change ourselves is seen at once, also by who was looking meanwhile. */
  @Test
  void aChangeOfOurOwnIsNotWaitedFor() throws IOException {
    var path = SitePath.parse("/new").orElseThrow();
    Site[] hot = new Site[1];
    var behind = new SiteRoot(root, false);
    Site meanwhile =
        wanted -> {
          Resource found = behind.find(wanted);
          if (!Files.exists(root.resolve("new"))) {
            Files.writeString(root.resolve("new"), "x");
            hot[0].changed();
          }
          return found;
        };
    hot[0] = new HotSite(meanwhile, HotSite.Room.DEFAULT, InstantSource.system(), () -> 0);
    assertTrue(hot[0].find(path) instanceof Resource.Missing);
    try (Resource found = hot[0].find(path)) {
      assertTrue(found instanceof Resource.File, "it still believes that nothing is there");
    }
  }
}
