package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/**
 * Makes a folder in one that is held. Java has no {@code mkdirat}: it is made by its path, in the
 * root, which is what its owner says it is, and moved to where it belongs.
 */
final class NewFolder {
  private NewFolder() {}

  /** Takes the place of an empty folder of that name, if somebody makes one at this moment. */
  static void make(HeldFolder in, String name, RandomGenerator random) throws IOException {
    try {
      make(in.root(), in, name, random);
    } catch (AtomicMoveNotSupportedException | AccessDeniedException _) {
      // Another disk is mounted on the way, or only the inner folder is ours to write in. Whoever
      // swaps that for a link at this very moment may find an empty folder where the link leads to.
      make(in.real(), in, name, random);
    }
  }

  private static void make(Path at, HeldFolder in, String name, RandomGenerator random)
      throws IOException {
    String passing = Passing.temporary(random);
    Path made = Files.createDirectory(at.resolve(passing));
    boolean named = false;
    try (HeldFolder held = HeldFolder.open(in.root(), at)) {
      held.move(passing, in, name);
      named = true;
    } finally {
      if (!named) Files.deleteIfExists(made);
    }
  }
}
