package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files change, and the watch says so; each test waits for the word, and no longer. */
class FolderWatchTest {
  @TempDir private Path root;
  private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
  private final ServerObserver observer =
      new ServerObserver() {
        @Override
        public void noticed(String sentence) {
          words.add(sentence);
        }
      };

  private FolderWatch watch(Path what) {
    return FolderWatch.start(WatchedTree.of(what), changes::add, observer);
  }

  @Test
  void aNewFileAChangedOneAndARemovedOneAreTold() throws Exception {
    try (var _ = watch(root)) {
      Path file = Files.writeString(root.resolve("a.html"), "1");
      assertEquals(Change.RELOAD, next());
      Files.writeString(file, "2");
      assertEquals(Change.RELOAD, next());
      Files.delete(file);
      assertEquals(Change.RELOAD, next());
    }
  }

  @Test
  void whatIsIgnoredIsNotTold() throws Exception {
    try (var _ = watch(root)) {
      Files.createDirectory(root.resolve(".git"));
      Files.writeString(root.resolve(".git/index.html"), "");
      Files.writeString(root.resolve("a.html~"), "");
      Files.writeString(root.resolve("a.css"), "");
      assertEquals(Change.CSS, next()); // a.html~ would have made it RELOAD
      Files.writeString(root.resolve(".git/other.html"), "");
      Files.writeString(root.resolve("a.css"), "b");
      assertEquals(Change.CSS, next());
    }
  }

  @Test
  void aFolderThatIsNotForUsDoesNotHideTheOthers() throws Exception {
    Path closed = Files.createDirectory(root.resolve("closed"));
    Path open = Files.createDirectory(root.resolve("open"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try (var _ = watch(root)) {
      Files.writeString(open.resolve("a.css"), "");
      assertEquals(Change.CSS, next());
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void foldersThatComeLaterAreWatchedToAnyDepth() throws Exception {
    try (var _ = watch(root)) {
      Path deep = Files.createDirectories(root.resolve("a/b/c"));
      assertEquals(Change.RELOAD, next());
      Files.writeString(deep.resolve("a.css"), "");
      assertTrue(tells(Change.CSS));
    }
  }

  @Test
  void aFolderThatWasMovedIsWatchedUnderItsNewName() throws Exception {
    Files.createDirectories(root.resolve("old/in"));
    try (var _ = watch(root)) {
      Files.move(root.resolve("old"), root.resolve("new"));
      assertEquals(Change.RELOAD, next());
      Files.createDirectory(root.resolve("new/in/more"));
      assertEquals(Change.RELOAD, next());
      Files.writeString(root.resolve("new/in/more/a.css"), "");
      assertTrue(tells(Change.CSS));
    }
  }

  @Test
  void aRootThatIsBuiltAnewIsWatchedAgain() throws Exception {
    Path site = Files.createDirectory(root.resolve("site"));
    try (var _ = watch(site)) {
      Files.delete(site);
      Files.createDirectory(site);
      assertEquals(Change.RELOAD, next());
      Files.writeString(site.resolve("a.css"), "");
      assertTrue(tells(Change.CSS));
    }
  }

  @Test
  void aRootThatIsALinkIsWatchedWhereItLeadsNow() throws Exception {
    Path first = Files.createDirectory(root.resolve("first"));
    Path second = Files.createDirectory(root.resolve("second"));
    Path link = Files.createSymbolicLink(root.resolve("site"), first);
    try (var _ = watch(link)) {
      Files.writeString(first.resolve("a.css"), "");
      assertEquals(Change.CSS, next());
      Files.delete(link);
      Files.createSymbolicLink(link, second);
      assertEquals(Change.RELOAD, next());
      Files.writeString(second.resolve("a.css"), "");
      assertEquals(Change.CSS, next());
    }
  }

  @Test
  void aSingleFileIsWatchedAlone() throws Exception {
    Path sheet = Files.writeString(root.resolve("a.css"), "");
    try (var _ = watch(sheet)) {
      Files.writeString(root.resolve("other.html"), "");
      Path beside = Files.writeString(root.resolve("new"), "b");
      Files.move(beside, sheet, StandardCopyOption.REPLACE_EXISTING);
      assertEquals(Change.CSS, next());
    }
  }

  @Test
  void tooManyFoldersAreLookedThroughInsteadWithOneWord() throws Exception {
    Files.createDirectories(root.resolve("a/b"));
    try (var _ = FolderWatch.start(WatchedTree.of(root), 2, changes::add, observer)) {
      String word = word();
      assertTrue(word.endsWith("since the system cannot tell of them (more than 2 folders)"), word);
      Files.writeString(root.resolve("a/b/a.css"), "");
      assertEquals(Change.CSS, next());
      Files.writeString(root.resolve("a/b/a.html"), "");
      assertEquals(Change.RELOAD, next());
      assertEquals(0, words.size());
    }
  }

  @Test
  void foldersBeyondTheLimitThatComeLaterAreSeenTheSame() throws Exception {
    try (var _ = FolderWatch.start(WatchedTree.of(root), 1, changes::add, observer)) {
      Files.createDirectory(root.resolve("more"));
      word();
      assertEquals(Change.RELOAD, next());
      Files.writeString(root.resolve("more/a.css"), "");
      assertTrue(tells(Change.CSS));
    }
  }

  /** The threads that watch now and did not then. */
  private static Stream<Thread> watching(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("live-watch") && !before.contains(thread));
  }

  @Test
  void theThreadEndsWhenItIsClosed() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (var _ = watch(root)) {
      assertTrue(watching(before).findAny().isPresent());
    }
    assertEquals(List.of(), watching(before).toList());
  }

  @Test
  void aFingerprintDoesNotDependOnWhatIsIgnored() throws IOException {
    Files.writeString(root.resolve("a.css"), "");
    var before = Fingerprint.of(WatchedTree.of(root));
    Files.writeString(root.resolve(".hidden"), "");
    assertEquals(before, Fingerprint.of(WatchedTree.of(root)));
  }

  /** After others, for a slow machine may take one burst for two. */
  private boolean tells(Change expected) throws InterruptedException {
    while (next() != expected) Thread.onSpinWait();
    return true;
  }

  private String word() throws InterruptedException {
    String word = words.poll(20, TimeUnit.SECONDS);
    if (word == null) throw new AssertionError("nothing was said");
    return word;
  }

  private Change next() throws InterruptedException {
    Change change = changes.poll(20, TimeUnit.SECONDS);
    if (change == null) throw new AssertionError("no change was told");
    return change;
  }
}
