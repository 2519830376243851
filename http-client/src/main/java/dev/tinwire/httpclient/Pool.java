package dev.tinwire.httpclient;

import dev.tinwire.wire.Deadline;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The connections of one client: idle ones wait to be used again, and no origin gets more than so
 * many at once (browsers open six).
 */
final class Pool implements Closeable {
  /** What one route has. */
  private static final class Shelf {
    final ArrayDeque<Link> idle = new ArrayDeque<>();
    int open;
  }

  /** A connection is not asked whether it still lives if it was used so shortly before. */
  private static final Duration FRESH = Duration.ofMillis(500);

  private final Links links;
  private final ClientLimits limits;
  private final LongSupplier nanoTime;
  private final Map<String, Shelf> shelves = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition returned = lock.newCondition();
  private boolean closed;

  Pool(Links links, ClientLimits limits, LongSupplier nanoTime) {
    this.links = links;
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  /**
   * A connection for one exchange: an idle one, or a new one when there is room, or whichever comes
   * back first.
   *
   * @param careful never one that may be dead: what is sent over it cannot be sent twice
   */
  Link take(Route route, boolean careful, Deadline deadline)
      throws IOException, InterruptedException {
    Optional<Link> idle;
    do {
      idle = idleOrRoom(route, deadline);
      if (idle.isEmpty()) return opened(route, deadline);
    } while (!usable(idle.get(), careful));
    return idle.get();
  }

  /** An idle one, or empty when a place for a new one was taken. */
  private Optional<Link> idleOrRoom(Route route, Deadline deadline)
      throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      Shelf shelf = shelves.computeIfAbsent(route.key(), _ -> new Shelf());
      while (shelf.idle.isEmpty() && shelf.open >= limits.perOrigin()) {
        deadline.check("waiting for a free connection to " + route);
        // A deadline that never comes is longer than any unit of a wait can count.
        Duration most = deadline.orSooner(Duration.ofMinutes(1)).remaining();
        var _ = returned.await(most.toNanos(), TimeUnit.NANOSECONDS);
      }
      Link link = shelf.idle.pollLast();
      if (link == null) shelf.open++;
      return Optional.ofNullable(link);
    } finally {
      lock.unlock();
    }
  }

  /** One that waits at this moment and seems to live. */
  Optional<Link> takeIdle(Route route) {
    Link link = null;
    lock.lock();
    try {
      Shelf shelf = shelves.get(route.key());
      if (shelf != null) link = shelf.idle.pollLast();
    } finally {
      lock.unlock();
    }
    return link != null && usable(link, false) ? Optional.of(link) : Optional.empty();
  }

  private Link opened(Route route, Deadline deadline) throws IOException, InterruptedException {
    try {
      return links.open(route, deadline);
    } catch (Throwable e) {
      forget(route);
      throw e;
    }
  }

  private boolean usable(Link link, boolean careful) {
    Duration idle = link.idle(nanoTime.getAsLong());
    boolean suspect = careful || idle.compareTo(FRESH) > 0;
    if (idle.compareTo(limits.idle()) <= 0 && !(suspect && link.stale())) return true;
    discard(link);
    return false;
  }

  /**
   * Gives one back that can be used again. What came behind the answer, such as a body to HEAD, is
   * nobody's: it must not be taken for the next one.
   */
  void give(Link link) {
    if (link.connection().reader().anythingBuffered()) {
      discard(link);
      return;
    }
    link.idleFrom(nanoTime.getAsLong());
    lock.lock();
    try {
      if (!closed) {
        shelves.computeIfAbsent(link.route().key(), _ -> new Shelf()).idle.addLast(link);
        returned.signalAll();
        return;
      }
    } finally {
      lock.unlock();
    }
    link.close();
  }

  /** Ends one that is between two messages. */
  void discard(Link link) {
    forget(link.route());
    link.close();
  }

  /** Ends one in the middle of a message. */
  void abort(Link link) {
    forget(link.route());
    link.abort();
  }

  private void forget(Route route) {
    lock.lock();
    try {
      Shelf shelf = shelves.get(route.key());
      if (shelf != null) shelf.open--;
      returned.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the idle ones now, and the others when they come back. */
  @Override
  public void close() {
    List<Link> all;
    lock.lock();
    try {
      closed = true;
      all = shelves.values().stream().flatMap(shelf -> shelf.idle.stream()).toList();
      shelves.clear();
    } finally {
      lock.unlock();
    }
    all.forEach(Link::close);
  }
}
