package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Removes what an earlier run has left in a folder because it was ended in the middle: temporary
 * files of processes that are gone, and uploads that nobody has continued for a day.
 *
 * @param began when this run did; what is younger is its own
 */
record Leftovers(Path root, Instant began) {
  /** On a thread of its own, for a folder may be large. */
  static Thread removeFrom(Path folder, Instant now) {
    return Thread.ofVirtual()
        .name("leftovers")
        .start(() -> {
          try {
            new Leftovers(folder.toRealPath(), now).remove();
          } catch (IOException _) {
            // Nobody can ask for them; the next start tries again.
          }
        });
  }

  void remove() throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes found) {
            String name = String.valueOf(folder.getFileName());
            if (folder.equals(root) || !Passing.is(name)) return FileVisitResult.CONTINUE;
            if (old(name, found)) remove(folder);
            return FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
            String name = String.valueOf(file.getFileName());
            if (Passing.is(name) && old(name, found)) remove(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // not ours to see, or gone
          }
        });
  }

  private boolean old(String name, BasicFileAttributes found) {
    Instant changed = found.lastModifiedTime().toInstant();
    if (changed.isBefore(began.minus(UploadLimits.RESUMABLE))) return true;
    OptionalLong process = Passing.process(name);
    if (process.isEmpty()) return false;
    // One with our own number was another process: in a container all have the same.
    boolean ours = process.getAsLong() == ProcessHandle.current().pid();
    return ours
        ? changed.isBefore(began)
        : ProcessHandle.of(process.getAsLong()).filter(ProcessHandle::isAlive).isEmpty();
  }

  private void remove(Path path) {
    Path parent = path.getParent();
    if (parent == null) return;
    try (HeldFolder folder = HeldFolder.open(root, parent)) {
      Deletion.remove(folder, String.valueOf(path.getFileName()));
    } catch (IOException _) {
      // Gone by itself, or not ours to delete.
    }
  }
}
