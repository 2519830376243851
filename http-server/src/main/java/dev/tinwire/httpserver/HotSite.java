package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A site that remembers what was asked for lately: small files with their bytes, and where nothing
 * is. What it knows it believes for a moment; then the site behind is asked again in full, so that
 * a change of content, rights or links is seen after {@link Room#fresh()} at the latest, and a file
 * that is asked for a thousand times a second is looked at some twenty times: who must not wait
 * ({@link Recollection}) has it looked at by somebody else before its time is over.
 */
final class HotSite implements Site {
  /**
   * How much is remembered.
   *
   * @param entries how many paths
   * @param bytes of all together
   * @param file bytes of the largest file that is kept; beyond, opening it again costs little of
   *     what sending it does
   * @param fresh how long nobody looks whether it is still so; zero to look each time
   */
  record Room(int entries, long bytes, int file, Duration fresh) {
    static final Room DEFAULT = new Room(4096, 32 << 20, 256 << 10, Duration.ofMillis(100));
  }

  /** What an entry costs beyond its bytes and its name. */
  private static final int OVERHEAD = 256;

  /** How much of what remains of its time something may be believed without asking again. */
  private static final int SHARE = 16;

  /**
   * For how long a look from outside is enough, if it shows the file that was opened in the state
   * that it had: size, times and rights, and the way to it. That a folder on this way may not be
   * read any more shows only when the file is opened again.
   */
  static final Duration OPENED = Duration.ofSeconds(1);

  private record Entry(Resource resource, long seen, long opened, long cost) {}

  /**
   * Something that need not be looked at.
   *
   * @param until when to ask here again, as {@link System#nanoTime} counts
   */
  record Known(Resource resource, long until) {}

  private final Site behind;
  private final Room room;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Map<SitePath, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
  private final Set<SitePath> renewed = new HashSet<>();
  private long bytes;
  private volatile long changes; // written under the lock

  HotSite(Site behind, Room room, InstantSource clock, LongSupplier nanoTime) {
    this.behind = behind;
    this.room = room;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  @Override
  public Resource find(SitePath path) throws IOException {
    Optional<Entry> known = recall(path);
    long now = now();
    if (known.isPresent() && now - known.get().seen() < room.fresh().toNanos()) {
      return known.get().resource();
    }
    return look(path, known, now);
  }

  private Resource look(SitePath path, Optional<Entry> known, long now) throws IOException {
    long before = changes;
    if (known.isPresent() && unchanged(path, known.get(), now)) {
      return keep(path, known.get().resource(), now, known.get().opened(), before);
    }
    Resource found = behind.find(path);
    return switch (found) {
      case Resource.OnDisk file -> file(path, file, known, now, before);
      case Resource.InMemory _, Resource.Missing _, Resource.Folder _ ->
          keep(path, found, now, now, before);
    };
  }

  private boolean unchanged(SitePath path, Entry known, long now) {
    return known.resource() instanceof Resource.InMemory file
        && now - known.opened() < OPENED.toNanos()
        && behind.unchanged(path, file.state());
  }

  @Override
  public boolean within(SitePath folder, SitePath path) throws IOException {
    return behind.within(folder, path);
  }

  /** All is forgotten, also what is being looked at right now and was found before. */
  @Override
  public synchronized void changed() {
    changes = changes + 1;
    entries.clear();
    bytes = 0;
  }

  /** The time by which it believes. */
  long now() {
    return nanoTime.getAsLong();
  }

  /** Grows with each change of our own. */
  long changes() {
    return changes;
  }

  @Override
  public Site onDisk() {
    return behind.onDisk();
  }

  @Override
  public Optional<Recollection> recollection() {
    return Optional.of(new Recollection(this, room.fresh()));
  }

  /** What is known of a path now; what has little time left is looked at in the background. */
  Optional<Known> known(SitePath path, long now) {
    Optional<Entry> known = recall(path);
    if (known.isEmpty()) return Optional.empty();
    long fresh = room.fresh().toNanos();
    long left = fresh - (now - known.get().seen());
    if (left <= 0) return Optional.empty();
    long until = now + left - fresh / 2;
    if (left <= fresh / 2) {
      until = now + Math.min(left, fresh / SHARE);
      if (begins(path)) Thread.ofVirtual().name("renew").start(() -> renew(path));
    }
    return Optional.of(new Known(known.get().resource(), until));
  }

  private synchronized boolean begins(SitePath path) {
    return renewed.add(path);
  }

  private synchronized void ends(SitePath path) {
    renewed.remove(path);
  }

  private void renew(SitePath path) {
    try {
      look(path, recall(path), now()).close();
    } catch (IOException _) {
      forget(path); // Who asks next will hear of it.
    } finally {
      ends(path);
    }
  }

  /** The bytes we have if it is the same still, or else those it has, if there is room for them. */
  private Resource file(
      SitePath path, Resource.OnDisk file, Optional<Entry> known, long now, long before)
      throws IOException {
    boolean same =
        known.isPresent()
            && known.get().resource() instanceof Resource.InMemory old
            && old.state().equals(file.state());
    if (same) {
      file.close();
      return keep(path, known.get().resource(), now, now, before);
    }
    // Of a file that changes this moment nobody knows whether it has changed again.
    boolean keeps = file.state().size() <= room.file() && file.state().settled(clock.instant());
    Optional<byte[]> read = keeps ? read(file) : Optional.empty();
    if (read.isEmpty()) {
      forget(path);
      return file;
    }
    file.close();
    var inMemory = new Resource.InMemory(file.name(), file.state(), read.get());
    return keep(path, inMemory, now, now, before);
  }

  /** All of it; nothing if it has become shorter meanwhile. */
  private static Optional<byte[]> read(Resource.OnDisk file) throws IOException {
    boolean done = false;
    try {
      var all = ByteBuffer.allocate((int) file.state().size());
      while (all.hasRemaining()) {
        if (file.channel().read(all, all.position()) < 0) break;
      }
      done = true;
      return all.hasRemaining() ? Optional.empty() : Optional.of(all.array());
    } finally {
      if (!done) file.close();
    }
  }

  private synchronized Optional<Entry> recall(SitePath path) {
    return Optional.ofNullable(entries.get(path));
  }

  private synchronized Resource keep(
      SitePath path, Resource resource, long now, long opened, long before) {
    if (before != changes) return resource;
    var entry = new Entry(resource, now, opened, cost(path, resource));
    forget(path);
    entries.put(path, entry);
    bytes += entry.cost();
    var oldest = entries.values().iterator(); // those asked for longest ago
    while (entries.size() > room.entries() || bytes > room.bytes()) {
      bytes -= oldest.next().cost();
      oldest.remove();
    }
    return resource;
  }

  private synchronized void forget(SitePath path) {
    Entry old = entries.remove(path);
    if (old != null) bytes -= old.cost();
  }

  private static long cost(SitePath path, Resource resource) {
    long cost = OVERHEAD;
    for (String name : path.names()) cost += OVERHEAD / 4 + 2L * name.length();
    return resource instanceof Resource.InMemory file ? cost + file.memory() : cost;
  }
}
