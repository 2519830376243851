package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.FakeClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in memory is believed without opening it only where it would be found again. */
class UnchangedTest {
  private static final HotSite.Room ROOM =
      new HotSite.Room(8, 20_000, 1000, Duration.ofMillis(100));
  private static final SitePath PATH = path("/sub/a.txt");

  @TempDir Path around;
  private Path root = Path.of("");
  private final FakeClock clock = new FakeClock();
  private final List<String> asked = new ArrayList<>();

  /** Tells what is asked of it; a question mark is put before what is only looked at. */
  private final class Counting implements Site {
    private final Site folder = new SiteRoot(root, false);

    @Override
    public Resource find(SitePath path) throws IOException {
      asked.add(path.toString());
      return folder.find(path);
    }

    @Override
    public boolean unchanged(SitePath path, FileState state) {
      asked.add("?" + path);
      return folder.unchanged(path, state);
    }
  }

  private static SitePath path(String text) {
    return SitePath.parse(text).orElseThrow();
  }

  @BeforeEach
  void aFile() throws IOException {
    root = Files.createDirectory(around.resolve("site"));
    TestSite.in(root).file("sub/a.txt", "first").file("b.txt", "first");
  }

  private HotSite hot() {
    return new HotSite(new Counting(), ROOM, () -> TestSite.in(root).now(), clock::nanoTime);
  }

  private static String text(HotSite hot) throws IOException {
    try (Resource found = hot.find(PATH)) {
      return found instanceof Resource.InMemory file
          ? new String(file.bytes(), StandardCharsets.UTF_8)
          : found.getClass().getSimpleName();
    }
  }

  @Test
  void aHotFileIsOpenedOnceASecond() throws IOException {
    HotSite hot = hot();
    assertEquals("first", text(hot));
    for (int second = 0; second < 2; second++) {
      assertEquals(List.of("/sub/a.txt"), asked);
      asked.clear();
      for (int i = 0; i < 9; i++) {
        clock.advance(ROOM.fresh());
        assertEquals("first", text(hot));
      }
      assertEquals(Collections.nCopies(9, "?/sub/a.txt"), asked);
      asked.clear();
      clock.advance(ROOM.fresh());
      assertEquals("first", text(hot));
    }
  }

  @Test
  void whatIsThereInsteadIsSeenAsSoonAsOneLooks() throws IOException {
    HotSite hot = hot();
    assertEquals("first", text(hot));
    TestSite.in(root).file("sub/a.txt", "other");
    clock.advance(ROOM.fresh());
    assertEquals("other", text(hot));
    Files.move(root.resolve("sub"), around.resolve("moved"));
    clock.advance(ROOM.fresh());
    assertEquals("Missing", text(hot));
  }

  @Test
  void whatLeadsElsewhereOrOutIsNoLongerThatFile() throws IOException {
    var folder = new SiteRoot(root, false);
    FileState state = FileState.of(root.resolve("sub/a.txt"));
    assertTrue(folder.unchanged(PATH, state));
    assertFalse(folder.unchanged(path("/sub/a.txt/"), state), "a file is no folder");
    assertFalse(folder.unchanged(path("/b.txt"), state), "another with the same content");
    assertFalse(folder.unchanged(path("/none"), state), "nothing");
    Files.move(root.resolve("sub"), around.resolve("moved"));
    assertFalse(folder.unchanged(PATH, state), "gone");
    TestSite.in(root).link("sub", "../moved");
    assertEquals(state, FileState.of(root.resolve("sub/a.txt")), "the same, but outside");
    assertFalse(folder.unchanged(PATH, state));
    Files.delete(root.resolve("sub"));
    Files.move(around.resolve("moved"), root.resolve("sub"));
    assertTrue(folder.unchanged(PATH, state));
    TestSite.in(root).file("sub/a.txt", "more than before");
    assertFalse(folder.unchanged(PATH, state));
  }

  @Test
  void rightsThatChangeShow() throws IOException {
    Path file = root.resolve("sub/a.txt");
    assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("unix"));
    FileState state = FileState.of(file);
    // What is remembered is older than a tick of that clock; this file is not.
    while (FileState.of(file).equals(state)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
    }
    assertFalse(new SiteRoot(root, false).unchanged(PATH, state));
  }
}
