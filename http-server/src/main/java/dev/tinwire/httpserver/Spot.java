package dev.tinwire.httpserver;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A place for something to be written: the deepest folder on the way that there is, held open, and
 * the folders that are still to be made.
 */
final class Spot implements Closeable {
  private final Deque<HeldFolder> held = new ArrayDeque<>();
  private final HeldFolder base;
  private final Deque<String> missing;
  private final String name;

  Spot(HeldFolder base, List<String> missing, String name) {
    this.base = base;
    this.missing = new ArrayDeque<>(missing);
    this.name = name;
    held.push(base);
  }

  /** What is there already; on the disk of what is to come. */
  HeldFolder base() {
    return base;
  }

  String name() {
    return name;
  }

  boolean complete() {
    return missing.isEmpty();
  }

  /** The folder it goes into. */
  HeldFolder folder() {
    if (!complete()) throw new IllegalStateException("not made yet: " + missing);
    return held.getFirst();
  }

  /**
   * Makes the folders that are missing, or enters those that somebody else has made.
   *
   * @return false if there is something else in the way
   */
  boolean make(RandomGenerator random) throws IOException {
    while (!missing.isEmpty()) {
      HeldFolder last = held.getFirst();
      String next = missing.getFirst();
      if (last.look(next).isEmpty()) NewFolder.make(last, next, random);
      if (!last.look(next).map(found -> found.isDirectory()).orElse(false)) return false;
      held.push(last.folder(next));
      missing.removeFirst();
    }
    return true;
  }

  /** What has the name now. */
  Optional<Boolean> isFolder() throws IOException {
    return complete() ? folder().look(name).map(found -> found.isDirectory()) : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    try {
      for (HeldFolder folder : held) folder.close();
    } finally {
      held.clear();
    }
  }
}
