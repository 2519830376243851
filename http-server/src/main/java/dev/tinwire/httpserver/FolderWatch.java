package dev.tinwire.httpserver;

import dev.tinwire.wire.Visible;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Watches a tree on a thread of its own and says what has changed, a {@link Burst} at a time: by
 * what the system tells, or, where that is too much for it, by looking again and again.
 */
final class FolderWatch implements AutoCloseable {
  /** Is told of changes; must not block. */
  @FunctionalInterface
  interface Listener {
    void changed(Change change);
  }

  /** How many folders are watched; the system may allow fewer (8192 for long on Linux). */
  static final int FOLDERS = 8192;

  /** How often we look where the system does not tell. */
  static final Duration LOOK = Duration.ofSeconds(1);

  /** Looking takes at most this part of the time, however many files there are. */
  private static final int SHARE = 10;

  /** How long the first look at a slow disk may hold up the start. */
  private static final Duration FIRST = Duration.ofSeconds(5);

  private static final Duration END = Duration.ofSeconds(1);

  private final WatchedTree tree;
  private final int limit;
  private final Listener listener;
  private final ServerObserver observer;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Thread thread;

  private FolderWatch(WatchedTree tree, int limit, Listener listener, ServerObserver observer) {
    this.tree = tree;
    this.limit = limit;
    this.listener = listener;
    this.observer = observer;
    this.thread = Thread.ofPlatform().daemon().name("live-watch").unstarted(this::run);
  }

  /** Returns once no change is missed any more, unless that takes too long. */
  static FolderWatch start(WatchedTree tree, Listener listener, ServerObserver observer) {
    return start(tree, FOLDERS, listener, observer);
  }

  static FolderWatch start(
      WatchedTree tree, int limit, Listener listener, ServerObserver observer) {
    var watch = new FolderWatch(tree, limit, listener, observer);
    watch.thread.start();
    try {
      boolean _ = watch.ready.await(FIRST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // Who is ending needs no watch.
    }
    return watch;
  }

  private void run() {
    try {
      while (true) {
        try (var events = FolderEvents.of(tree, limit)) {
          // Not the first time: what there is now is not what there was.
          if (ready.getCount() == 0) listener.changed(Change.RELOAD);
          ready.countDown();
          follow(events);
        }
        while (!Files.isDirectory(tree.named())) Thread.sleep(LOOK);
      }
    } catch (FolderEvents.TooMany e) {
      warn(e);
      lookAgainAndAgain();
    } catch (InterruptedException _) {
      // Closed: the end of this thread.
    } finally {
      ready.countDown();
    }
  }

  /** Until the root is lost. */
  private void follow(FolderEvents events) throws FolderEvents.TooMany, InterruptedException {
    Optional<Burst> burst = Optional.empty();
    while (burst.isPresent() || !events.lost()) {
      long waiting = System.nanoTime();
      Optional<Change> change = events.next(burst.map(b -> b.left(waiting)).orElse(LOOK));
      long now = System.nanoTime();
      if (change.isPresent()) {
        Change one = change.get();
        burst = Optional.of(burst.map(b -> b.and(one, now)).orElseGet(() -> Burst.of(one, now)));
      }
      if (burst.isPresent() && burst.get().over(now)) {
        listener.changed(burst.get().change());
        burst = Optional.empty();
      }
    }
  }

  private void warn(FolderEvents.TooMany why) {
    observer.noticed(
        "the folder is looked through every "
            + LOOK.toSeconds()
            + " s or less often for changes, since the system cannot tell of them ("
            + Visible.of(String.valueOf(why.getMessage()))
            + ")");
  }

  private void lookAgainAndAgain() {
    try {
      Fingerprint known = Fingerprint.of(tree.again());
      // What was being gathered when a folder too many came.
      if (ready.getCount() == 0) listener.changed(Change.RELOAD);
      ready.countDown();
      while (true) {
        long begun = System.nanoTime();
        Fingerprint seen = Fingerprint.of(tree.again());
        seen.since(known).ifPresent(listener::changed);
        known = seen;
        long took = System.nanoTime() - begun;
        Thread.sleep(Duration.ofNanos(Math.max(LOOK.toNanos(), took * SHARE)));
      }
    } catch (InterruptedException _) {
      // Closed: the end of this thread.
    }
  }

  /** Ends it; does not wait long, for a slow disk is no reason to stay. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(END);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
