package dev.tinwire.httpserver;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is published: a folder or a single file. Decided before anything is: a service that was
 * started in the wrong place must not show a whole disk to the world.
 *
 * @param path absolute, its links followed
 */
record WhatToServe(Path path, boolean folder) {
  /** What is known of the path before it is decided. */
  record Place(Path path, Kind kind) {
    enum Kind {
      FOLDER,
      FILE,
      /** Something else, such as a named pipe. */
      ODD,
      MISSING
    }

    /** Looks at the disk. */
    static Place look(Path path) throws IOException {
      if (Files.isDirectory(path)) return new Place(path.toRealPath(), Kind.FOLDER);
      if (Files.isRegularFile(path)) return new Place(path.toRealPath(), Kind.FILE);
      boolean there = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
      return new Place(path, there ? Kind.ODD : Kind.MISSING);
    }
  }

  /**
   * Whether that may be published.
   *
   * @param given what the command line named, if it did; {@code place} is the current folder else
   * @param home what it would be a pity to publish
   * @param watched whether a person is at a terminal, who sees what is being published
   * @param forced whether the user has said so
   */
  static WhatToServe decide(
      Optional<String> given, Place place, Path home, boolean watched, boolean forced)
      throws UsageError {
    String shown = Visible.of(given.orElse(place.path().toString()));
    switch (place.kind()) {
      case MISSING -> throw new UsageError(shown + ": there is no such file or folder");
      case ODD -> throw new UsageError(shown + " is neither a folder nor a file");
      case FOLDER, FILE -> {
        // goes on below
      }
    }
    if (forced) return new WhatToServe(place.path(), place.kind() == Place.Kind.FOLDER);
    if (given.isEmpty() && !watched) {
      throw new UsageError(
          "say which folder to serve; without a terminal the current one ("
              + shown
              + ") is not assumed, unless --force says so");
    }
    if (place.path().getParent() == null) {
      throw new UsageError(shown + " is a whole file system; --force publishes it all the same");
    }
    if (home.startsWith(place.path())) {
      throw new UsageError(
          shown + " has your whole home folder in it; name a folder inside, or say --force");
    }
    return new WhatToServe(place.path(), place.kind() == Place.Kind.FOLDER);
  }

  /** As people write it, from their home on. */
  String readable(Path home) {
    if (!path.startsWith(home) || path.equals(home)) return Visible.of(path.toString());
    return Visible.of("~/" + home.relativize(path));
  }

  /** What a visitor sees as the name of it all. */
  String name() {
    return Optional.ofNullable(path.getFileName()).orElse(path).toString();
  }
}
