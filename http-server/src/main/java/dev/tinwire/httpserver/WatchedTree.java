package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of the disk is watched, and what a change there means. Links in it are not followed: those
 * that are served lead to somewhere else in it.
 *
 * @param named the folder as it was named, which may be a link that leads elsewhere tomorrow
 * @param folder the same without links
 * @param only the one file in it that is meant; empty if all are
 */
record WatchedTree(Path named, Path folder, Optional<String> only) {
  /** A single file is watched by its folder, for most editors put another in its place. */
  static WatchedTree of(Path root) {
    Path real = real(root);
    Path parent = real.getParent();
    if (parent == null || !Files.isRegularFile(real)) {
      return new WatchedTree(root, real, Optional.empty());
    }
    return new WatchedTree(parent, parent, Optional.of(real.getFileName().toString()));
  }

  private static Path real(Path root) {
    try {
      return root.toRealPath();
    } catch (IOException _) {
      return root.toAbsolutePath().normalize(); // It may come yet.
    }
  }

  /** The same once the link leads elsewhere. */
  WatchedTree again() {
    return new WatchedTree(named, real(named), only);
  }

  /** What a change of this path means to the pages; nothing for most that editors leave behind. */
  Optional<Change> changed(Path path) {
    List<String> names = names(path);
    boolean meant = only.isEmpty() || names.equals(List.of(only.get()));
    if (names.isEmpty() || !meant || Ignored.is(names)) return Optional.empty();
    return Optional.of(Change.of(names.getLast()));
  }

  /** Whether anything that lies in this folder can matter. */
  boolean enters(Path directory) {
    if (directory.equals(folder)) return true;
    return only.isEmpty() && !Ignored.is(names(directory));
  }

  private List<String> names(Path path) {
    var names = new ArrayList<String>();
    if (path.equals(folder)) return names;
    for (Path name : folder.relativize(path)) names.add(name.toString());
    return names;
  }
}
