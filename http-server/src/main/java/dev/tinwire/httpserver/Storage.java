package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * What all that writes has in common.
 *
 * @param site what is seen of the folder, and has to be told of changes
 * @param lock held while names change: what was looked at stays so, as far as it is up to us
 */
record Storage(
    WriteRoot places,
    Site site,
    Receiving receiving,
    DiskRoom room,
    InstantSource clock,
    RandomGenerator random,
    ReentrantLock lock,
    Drafts drafts) {

  static Storage of(
      Path folder,
      boolean showHidden,
      Site site,
      Receiving receiving,
      InstantSource clock,
      RandomGenerator random,
      Drafts drafts) {
    var places =
        new WriteRoot(new SiteRoot(folder, showHidden), receiving.folder().orElse(SitePath.ROOT));
    var room = DiskRoom.of(folder, receiving.limits().keepFree());
    return new Storage(places, site, receiving, room, clock, random, new ReentrantLock(), drafts);
  }

  /** Something that changes names. */
  @FunctionalInterface
  interface Change {
    Verdict make() throws IOException;
  }

  /** Makes a change while no other is made, and has it seen. */
  Verdict change(Change change) throws IOException {
    lock.lock();
    try {
      return change.make();
    } finally {
      lock.unlock();
      site.changed();
    }
  }

  /** Makes the folders on the way; false if something else is there. */
  boolean makeFolders(Spot spot) throws IOException {
    if (spot.complete()) return true;
    lock.lock();
    try {
      return spot.make(random);
    } finally {
      lock.unlock();
      site.changed();
    }
  }

  /** What a path leads to now. */
  Resource now(SitePath path) throws IOException {
    return site.onDisk().find(path);
  }

  Optional<Spot> spot(SitePath path) throws IOException {
    return places.spot(path);
  }

  String temporary() {
    return Passing.temporary(random);
  }
}
