package dev.tinwire.httpserver;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link HotSite} knows without looking, for one answer. That holds as long as the youngest
 * part of it is due to be looked at again, and nobody has changed anything; and then again, for a
 * while, if all of it was found the same: to say once more what has been said needs no parser.
 */
final class Recollection implements Site, InstantAnswer.Validity {
  /** Somebody must look. Not a failure, and as frequent as requests are: so without a trace. */
  static final class NotKnown extends IOException {
    private static final long serialVersionUID = 1;

    NotKnown() {
      super("not in memory");
    }

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }

  /**
   * For how long one answer may be renewed. It may say something of the time at which it was made,
   * such as when a file was modified that claims to be of tomorrow.
   */
  static final Duration LONGEST = HotSite.OPENED;

  private record Found(SitePath path, Resource resource) {}

  private final HotSite memory;
  private final long most;
  private final long changes;
  private final long now;
  private final List<Found> found = new ArrayList<>(2);
  private long end;

  /**
   * Begins with nothing.
   *
   * @param most how long anything at all is believed
   */
  Recollection(HotSite memory, Duration most) {
    this.memory = memory;
    this.changes = memory.changes();
    this.now = memory.now();
    this.most = most.toNanos();
    this.end = now + this.most;
  }

  @Override
  public Resource find(SitePath path) throws IOException {
    HotSite.Known known = memory.known(path, now).orElseThrow(NotKnown::new);
    if (known.until() - end < 0) end = known.until();
    found.add(new Found(path, known.resource()));
    return known.resource();
  }

  @Override
  public boolean within(SitePath folder, SitePath path) throws IOException {
    throw new NotKnown();
  }

  @Override
  public boolean holds() {
    return memory.now() - end < 0 && changes == memory.changes();
  }

  @Override
  public boolean renews() {
    long then = memory.now();
    if (then - now >= LONGEST.toNanos() || changes != memory.changes()) return false;
    long until = then + most;
    for (Found each : found) {
      Optional<HotSite.Known> known = memory.known(each.path(), then);
      if (known.isEmpty() || !known.get().resource().equals(each.resource())) return false;
      if (known.get().until() - until < 0) until = known.get().until();
    }
    end = until;
    return true;
  }
}
