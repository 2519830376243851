package dev.tinwire.httpserver;

import java.io.IOException;
import java.util.Optional;

/** Where paths lead: a folder, a single file, or one of them with a memory in front. */
@FunctionalInterface
interface Site {
  /**
   * What is there now.
   *
   * @throws IOException if this machine cannot say, for want of file handles above all
   */
  Resource find(SitePath path) throws IOException;

  /**
   * Whether that path leads to that very file still, in that state, as far as can be seen without
   * opening anything; false if nobody can tell.
   */
  default boolean unchanged(SitePath path, FileState state) {
    return false;
  }

  /** The same without a memory: for who reads all of it once. */
  default Site onDisk() {
    return this;
  }

  /** Whether that lies in this folder, by whatever links and spellings the two are named. */
  default boolean within(SitePath folder, SitePath path) throws IOException {
    return false;
  }

  /** What it knows without looking; empty if it has no memory. */
  default Optional<Recollection> recollection() {
    return Optional.empty();
  }

  /** What it remembers may be otherwise now: we have changed something ourselves. */
  default void changed() {}
}
