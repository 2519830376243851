package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The names, times and sizes of all files of a tree in two numbers, of which the same tree always
 * makes the same: sixteen bytes to remember, however large it is.
 *
 * @param css of the style sheets
 * @param others of all other files, and of the folders' names
 */
record Fingerprint(long css, long others) {
  static final Fingerprint NONE = new Fingerprint(0, 0);

  /** Looks at all of them. What cannot be looked at is not there. */
  static Fingerprint of(WatchedTree tree) {
    var walk = new Walk(tree);
    try {
      Files.walkFileTree(tree.folder(), walk);
      return walk.sum;
    } catch (IOException _) {
      return NONE; // the walk itself passes over all that fails
    }
  }

  /** What has changed from that one to this; nothing if they are the same. */
  Optional<Change> since(Fingerprint before) {
    if (others != before.others) return Optional.of(Change.RELOAD);
    return css == before.css ? Optional.empty() : Optional.of(Change.CSS);
  }

  /** With one more; the order does not matter, for folders are listed in any. */
  private Fingerprint and(Change kind, long print) {
    return switch (kind) {
      case CSS -> new Fingerprint(css + print, others);
      case RELOAD -> new Fingerprint(css, others + print);
    };
  }

  /** Spread over all bits (SplitMix64), so that sums of different trees differ. */
  private static long print(Path path, long nanos, long size) {
    long z = 0;
    for (long part : new long[] {path.hashCode(), nanos, size}) {
      z = (z ^ part) + 0x9e3779b97f4a7c15L;
      z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
      z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
      z ^= z >>> 31;
    }
    return z;
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final WatchedTree tree;
    private Fingerprint sum = NONE;

    Walk(WatchedTree tree) {
      this.tree = tree;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes of) {
      if (!tree.enters(directory)) return FileVisitResult.SKIP_SUBTREE;
      sum = sum.and(Change.RELOAD, print(directory, 0, 0)); // its time is that of what we ignore
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes of) {
      long nanos = of.lastModifiedTime().to(TimeUnit.NANOSECONDS);
      tree.changed(file).ifPresent(kind -> sum = sum.and(kind, print(file, nanos, of.size())));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException gone) {
      return FileVisitResult.CONTINUE;
    }
  }
}
