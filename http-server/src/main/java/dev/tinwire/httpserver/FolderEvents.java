package dev.tinwire.httpserver;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The changes of a tree as the system tells them. It tells them of each folder alone (inotify), so
 * all folders are registered, and new ones as they come. For one thread.
 */
final class FolderEvents implements Closeable {
  /** The system has no more room for folders to be watched, or we want no more. */
  static final class TooMany extends IOException {
    private static final long serialVersionUID = 1L;

    TooMany(String message) {
      super(message);
    }
  }

  private final WatchedTree tree;
  private final int limit;
  private final WatchService service;

  /** Where each folder is now, which its key does not know once it was moved. */
  private final Map<WatchKey, Path> folders = new HashMap<>();

  private Optional<Object> root;

  private FolderEvents(WatchedTree tree, int limit, WatchService service) {
    this.root = identity(tree.named()); // first, so that a link that turns meanwhile is noticed
    this.tree = tree.again();
    this.limit = limit;
    this.service = service;
  }

  /**
   * Watches a tree from now on.
   *
   * @param limit how many folders at most
   */
  static FolderEvents of(WatchedTree tree, int limit) throws TooMany {
    FolderEvents events;
    try {
      events = new FolderEvents(tree, limit, tree.folder().getFileSystem().newWatchService());
    } catch (IOException e) {
      throw new TooMany(String.valueOf(e.getMessage())); // of inotify instances
    }
    try {
      events.register(events.tree.folder());
      return events;
    } catch (TooMany e) {
      events.close();
      throw e;
    }
  }

  /** Whether the root is gone or another has its name, of which the system tells nothing. */
  boolean lost() {
    return root.isEmpty() || !root.equals(identity(tree.named()));
  }

  private static Optional<Object> identity(Path folder) {
    try {
      var attributes = Files.readAttributes(folder, BasicFileAttributes.class);
      return Optional.<Object>ofNullable(attributes.fileKey())
          .or(() -> Optional.of(attributes.creationTime())); // Windows has no key
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** The next change, waited for no longer than this; what is told may be none that counts. */
  Optional<Change> next(Duration atMost) throws TooMany, InterruptedException {
    WatchKey key = service.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
    return key == null ? Optional.empty() : told(key);
  }

  private Optional<Change> told(WatchKey key) throws TooMany {
    Optional<Change> all = Optional.empty();
    for (WatchEvent<?> event : key.pollEvents()) {
      Optional<Change> one = told(key, event);
      all = all.isPresent() && one.isPresent() ? one.map(all.get()::and) : all.or(() -> one);
    }
    boolean gone = !key.reset();
    // Another that is made in its place may get the same number from the disk.
    if (gone && tree.folder().equals(folders.remove(key))) root = Optional.empty();
    return all;
  }

  private Optional<Change> told(WatchKey key, WatchEvent<?> event) throws TooMany {
    if (!(event.context() instanceof Path name)) { // overflow: some were not told, of any folder
      register(tree.folder());
      return Optional.of(Change.RELOAD);
    }
    Path folder = folders.get(key);
    if (folder == null) return Optional.empty(); // moved away, and not known where to
    Path path = folder.resolve(name);
    if (event.kind().equals(StandardWatchEventKinds.ENTRY_DELETE)) forget(path);
    if (event.kind().equals(StandardWatchEventKinds.ENTRY_CREATE)
        && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      register(path);
    }
    return tree.changed(path);
  }

  /** What was moved is watched on by the system, which says its changes under the old name. */
  private void forget(Path gone) {
    if (!folders.containsValue(gone)) return;
    folders
        .entrySet()
        .removeIf(each -> {
          boolean inside = each.getValue().startsWith(gone);
          if (inside) each.getKey().cancel();
          return inside;
        });
  }

  /** A folder and all in it; each before it is looked into, so that nothing falls between. */
  private void register(Path top) throws TooMany {
    try {
      Files.walkFileTree(
          top,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes of)
                throws IOException {
              return tree.enters(directory) && watched(directory)
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (TooMany e) {
      throw e;
    } catch (IOException e) {
      throw new TooMany(String.valueOf(e.getMessage())); // fs.inotify.max_user_watches
    }
  }

  /** Watches one folder; not if it is gone again, or not for us to read. */
  private boolean watched(Path directory) throws IOException {
    try {
      var key =
          directory.register(
              service,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE);
      folders.put(key, directory);
    } catch (FileSystemException _) {
      return false;
    }
    if (folders.size() > limit) throw new TooMany("more than " + limit + " folders");
    return true;
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException | ClosedWatchServiceException _) {
      // There is nothing else to let go of.
    }
  }
}
