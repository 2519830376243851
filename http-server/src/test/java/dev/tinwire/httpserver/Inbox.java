package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** A folder that can be written to, and what answers for it: as the command puts it together. */
record Inbox(Path root, Receiving receiving, InstantSource clock, long free, Friends friends) {
  /** Files may be sent into this folder of it. */
  static Inbox uploads(Path root, String folder) {
    return of(root, SitePath.parse(folder).orElseThrow(), false);
  }

  /** All may be changed. */
  static Inbox writable(Path root) {
    return of(root, SitePath.ROOT, true);
  }

  private static Inbox of(Path root, SitePath folder, boolean changing) {
    var receiving = new Receiving(Optional.of(folder), changing, UploadLimits.DEFAULT);
    // An hour ahead, so that what is written during a test is settled.
    var clock = InstantSource.offset(InstantSource.system(), Duration.ofHours(1));
    return new Inbox(root, receiving, clock, Long.MAX_VALUE, Friends.NONE);
  }

  Inbox within(UploadLimits limits, long free) {
    var other = new Receiving(receiving.folder(), receiving.changing(), limits);
    return new Inbox(root, other, clock, free, friends);
  }

  Inbox with(Friends others) {
    return new Inbox(root, receiving, clock, free, others);
  }

  Handler handler() {
    var hot = new HotSite(new SiteRoot(root, false), HotSite.Room.DEFAULT, clock, System::nanoTime);
    return handler(hot);
  }

  Handler handler(Site site) {
    var options = new SiteOptions("index.html", true, false, receiving);
    var listing = new ListingView("site", false, receiving);
    var reading = SiteHandler.of(site, options, listing, ErrorPage::of, clock, new Random(1));
    var places = new WriteRoot(new SiteRoot(root, false), receiving.folder().orElseThrow());
    var room = new DiskRoom(() -> free, receiving.limits().keepFree());
    var storage =
        new Storage(
            places, site, receiving, room, clock, new Random(2), new ReentrantLock(), new Drafts());
    return new WriteHandler(reading, storage, friends);
  }

  LocalServer server() throws IOException {
    return new LocalServer(handler());
  }

  String read(String name) throws IOException {
    return Files.readString(root.resolve(name));
  }

  /** All that is in it, hidden or not, but the root. */
  List<String> names() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.skip(1).map(path -> root.relativize(path).toString()).sorted().toList();
    }
  }
}
