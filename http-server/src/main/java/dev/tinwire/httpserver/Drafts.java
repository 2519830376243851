package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files that are being received now, under their passing names: those of a process that ends in
 * good order are gone anyway; one that is ended at once removes them first.
 */
final class Drafts {
  private final Set<Path> open = ConcurrentHashMap.newKeySet();

  /** Something that lasts as long as a file is on its way. */
  interface Note extends AutoCloseable {
    @Override
    void close();
  }

  Note of(Path file) {
    open.add(file);
    return () -> open.remove(file);
  }

  /**
   * Removes them, as the last thing of all. By their paths: a name that nobody can guess is at no
   * other place, whatever has been swapped meanwhile.
   */
  void abandon() {
    for (Path file : open) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException _) {
        // The next start will.
      }
    }
  }
}
