package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/**
 * Makes a folder in one that is held. Java has no {@code mkdirat}: it is made by its path under a
 * name that nobody else has, and gets its own only if it is really in the folder held. If somebody
 * has swapped that meanwhile, an empty folder was made elsewhere, and is removed again.
 */
final class NewFolder {
  private NewFolder() {}

  /** Takes the place of an empty folder of that name, if somebody makes one at this moment. */
  static void make(HeldFolder in, String name, RandomGenerator random) throws IOException {
    String passing = Passing.temporary(random);
    Path made = Files.createDirectory(in.real().resolve(passing));
    boolean named = false;
    try {
      in.move(passing, in, name);
      named = true;
    } finally {
      if (!named) Files.deleteIfExists(made);
    }
  }
}
