package dev.tinwire.heartbeat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fleet as those see it who show it: a picture that is made anew at most ten times a second,
 * however many look, and with what we know beyond the core, who is held and who flaps. Safe for
 * several threads.
 */
final class Observatory {
  private static final long FRESH = Duration.ofMillis(100).toNanos();
  private static final int LARGE = 20_000;

  /** Of the time of one who asks again and again a tenth goes into making pictures. */
  private static final int SHARE = 9;

  private final Fleet fleet;
  private final Supplier<MonitorConfig> config;
  private final History history;
  private final UptimeBook uptimes;
  private final Alarms alarms;
  private final LongSupplier nanoTime;
  private @Nullable Scene scene;
  private long taken;
  private long fresh = FRESH;
  private volatile boolean large;

  Observatory(
      Fleet fleet,
      Supplier<MonitorConfig> config,
      History history,
      UptimeBook uptimes,
      LongSupplier nanoTime) {
    this.fleet = fleet;
    this.config = config;
    this.history = history;
    this.uptimes = uptimes;
    this.alarms = new Alarms(history, uptimes.flaps());
    this.nanoTime = nanoTime;
  }

  /** As it is now, or was a moment ago. */
  synchronized Scene scene() {
    long now = nanoTime.getAsLong();
    if (scene == null || now - taken >= fresh) {
      scene = Scene.of(marked(fleet.view()), config.get());
      taken = nanoTime.getAsLong();
      fresh = Math.max(FRESH, (taken - now) * SHARE);
    }
    return scene;
  }

  /**
   * As it is when this is called, or after; for those who are told of a change and shall not say
   * what was before it. They wait for the next picture, and make none of their own.
   */
  Scene sceneFromNow() throws InterruptedException {
    Thread.sleep(Duration.ofNanos(untilNext()));
    return scene();
  }

  private synchronized long untilNext() {
    return scene == null ? 0 : Math.max(0, fresh - (nanoTime.getAsLong() - taken));
  }

  /** The core does not know who flaps. */
  private FleetView marked(FleetView view) {
    if (view.senders().stream().noneMatch(s -> alarms.flapping(s.id(), view.now()))) return view;
    var senders =
        view.senders().stream()
            .map(s -> alarms.flapping(s.id(), view.now()) ? flapping(s) : s)
            .toList();
    return new FleetView(
        view.now(),
        view.since(),
        senders,
        view.received(),
        view.perSecond(),
        view.rejected(),
        view.ownDrops(),
        view.blind(),
        view.conflicts(),
        view.buffer());
  }

  private static SenderView flapping(SenderView s) {
    return new SenderView(
        s.id(),
        s.state(),
        s.since(),
        s.lastSeen(),
        s.age(),
        s.period(),
        s.deadline(),
        s.jitter(),
        s.received(),
        s.lost(),
        s.duplicates(),
        s.reordered(),
        s.restarts(),
        s.address(),
        s.values(),
        s.mutedUntil(),
        true,
        s.acknowledged());
  }

  /** What is to be told because of a change. */
  synchronized List<Notice> on(Change change) {
    history.note(change);
    uptimes.note(change);
    return alarms.on(change, scene());
  }

  /** Looks, remembers, and says what is to be told since time has passed. */
  synchronized List<Notice> look() {
    Scene now = scene();
    history.note(now.view());
    uptimes.note(now.view());
    large = now.view().senders().size() > LARGE;
    // Four hundred octets a sender; the next who looks makes another.
    if (large) stale();
    return alarms.tick(now);
  }

  /** Whether there were so many at the last look that looking takes a while. */
  boolean isLarge() {
    return large;
  }

  /** To be called once, before all else. */
  synchronized void adopt() {
    alarms.adopt(scene());
  }

  synchronized Optional<Hold> hold(SenderView sender) {
    return alarms.hold(sender, scene());
  }

  /** Whether it is down, or missed although nobody has ever heard it. */
  synchronized boolean down(SenderView sender) {
    return sender.state() == SenderState.DOWN || alarms.missed(sender.id());
  }

  /** Somebody said something that changes the picture: the next look is a new one. */
  synchronized void stale() {
    scene = null;
  }

  Fleet fleet() {
    return fleet;
  }

  History history() {
    return history;
  }

  UptimeBook uptimes() {
    return uptimes;
  }
}
