package dev.tinwire.httpserver;

import java.io.IOException;
import java.time.Duration;

/**
 * What a {@link HotSite} knows without looking, for one answer. That holds as long as the youngest
 * part of it is due to be looked at again, and nobody has changed anything.
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

  private final HotSite memory;
  private final long changes;
  private final long now;
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
    this.end = now + most.toNanos();
  }

  @Override
  public Resource find(SitePath path) throws IOException {
    HotSite.Known known = memory.known(path, now).orElseThrow(NotKnown::new);
    if (known.until() - end < 0) end = known.until();
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
}
