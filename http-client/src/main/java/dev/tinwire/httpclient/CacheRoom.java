package dev.tinwire.httpclient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps a cache's folder within its bounds: the oldest answers go, and what runs that were killed
 * left behind. Only names of the cache's own form are touched.
 */
final class CacheRoom {
  /** Nobody is still writing what nothing was written to for so long: stalls end far sooner. */
  static final Duration ORPHANED = Duration.ofHours(1);

  private final Path folder;
  private final long most;
  private final InstantSource clock;

  CacheRoom(Path folder, long most, InstantSource clock) {
    this.folder = folder;
    this.most = most;
    this.clock = clock;
  }

  private record Found(Path path, String id, String kind, long bytes, long changed) {}

  /** Removes what is too much, and returns how many bytes are left. */
  long make() throws IOException {
    List<Found> all = all();
    var heads = all.stream().filter(file -> file.kind().equals(DiskCache.HEAD)).toList();
    var complete = heads.stream().map(Found::id).toList();
    long total = 0;
    for (Found file : all) {
      boolean whole = complete.contains(file.id()) && !file.kind().equals(DiskCache.TEMPORARY);
      if (whole || !isOrphaned(file)) total += file.bytes();
      else Files.deleteIfExists(file.path());
    }
    var oldest = new ArrayList<>(heads);
    oldest.sort(Comparator.comparingLong(Found::changed));
    for (Found head : oldest) {
      if (total <= most) break;
      for (Found file : all) {
        if (file.id().equals(head.id())) total -= file.bytes();
      }
      DiskCache.remove(folder, head.id());
    }
    return total;
  }

  private boolean isOrphaned(Found file) {
    return file.changed() < clock.instant().minus(ORPHANED).toEpochMilli();
  }

  private List<Found> all() throws IOException {
    var found = new ArrayList<Found>();
    try (var files = Files.newDirectoryStream(folder, DiskCache.ANY)) {
      for (Path path : files) {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        try {
          var facts = Files.readAttributes(path, BasicFileAttributes.class);
          if (!facts.isRegularFile()) continue;
          found.add(
              new Found(
                  path,
                  name.substring(0, dot),
                  name.substring(dot),
                  facts.size(),
                  facts.lastModifiedTime().toMillis()));
        } catch (IOException _) {
          // Another run removed it just now.
        }
      }
    }
    return found;
  }
}
