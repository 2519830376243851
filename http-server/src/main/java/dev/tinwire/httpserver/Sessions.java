package dev.tinwire.httpserver;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The places for connections, and the sessions that have one: never more than so many, none that
 * takes too long, and all of them ended at the end. Who waits in a {@link Lobby} has a place too.
 */
final class Sessions {
  /** What an aborted session may take to notice; its handler may hold it up longer. */
  private static final Duration LAST = Duration.ofMillis(500);

  private final int limit;
  private final Semaphore places;
  private final Set<Session> open = ConcurrentHashMap.newKeySet();
  private volatile boolean ending;

  Sessions(int limit) {
    this.limit = limit;
    this.places = new Semaphore(limit);
  }

  /** Takes a place for a connection to come; not when there is none, or at the end. */
  boolean reserve() {
    return places.tryAcquire();
  }

  void release() {
    places.release();
  }

  /** Runs a session on its place, on a thread of its own. Afterwards it may wait in that room. */
  void start(Session session, WaitingRoom room) {
    open.add(session);
    Thread.ofVirtual().name("session").start(() -> run(session, room));
  }

  private void run(Session session, WaitingRoom room) {
    boolean waits = false;
    try {
      waits = session.run();
    } finally {
      open.remove(session);
      if (!waits) places.release();
    }
    if (waits) room.back(session.guest());
    else room.left();
  }

  /** How many places are taken. */
  int count() {
    return limit - places.availablePermits();
  }

  boolean ending() {
    return ending;
  }

  /** Ends what has taken too long, and at the end what has become idle since that began. */
  void sweep(long now) {
    for (Session session : open) {
      if (ending) session.closeIfIdle();
      session.sweep(now);
    }
  }

  /** From now on answers say "close", and the idle are ended. */
  void beginEnding() {
    ending = true;
  }

  /** Ends the idle at once, the others when their answer is sent; whether all have left in time. */
  boolean end(Duration grace) throws InterruptedException {
    beginEnding();
    open.forEach(Session::closeIfIdle);
    return allLeft(grace);
  }

  /** Waits a little for those who were cut. */
  void awaitLast() throws InterruptedException {
    allLeft(LAST);
  }

  /** Cuts all connections. */
  void abort() {
    open.forEach(Session::abortAndInterrupt);
  }

  private boolean allLeft(Duration within) throws InterruptedException {
    if (!places.tryAcquire(limit, within.toNanos(), TimeUnit.NANOSECONDS)) return false;
    places.release(limit);
    return true;
  }
}
