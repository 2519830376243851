package dev.tinwire.heartbeat;

import dev.tinwire.testkit.FakeClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A fleet in memory: a test says what happens to whom. */
final class TestFleet implements Fleet {
  final FakeClock clock;
  private final Map<String, SenderView> senders = new LinkedHashMap<>();
  private final List<Consumer<Change>> hearers = new ArrayList<>();
  private boolean blind;
  private List<String> conflicts = List.of();

  TestFleet(FakeClock clock) {
    this.clock = clock;
  }

  static TestFleet now() {
    return new TestFleet(new FakeClock(Instant.parse("2026-11-20T18:00:00Z")));
  }

  /** A sender that beats each second and has three to be late. */
  SenderView sender(String id, SenderState state) {
    return new SenderView(
        id,
        state,
        clock.instant(),
        state == SenderState.NEW ? null : clock.instant(),
        Duration.ZERO,
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofMillis(2),
        100,
        1,
        2,
        3,
        4,
        new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 4711),
        Map.of("load", "0.3"),
        null,
        false,
        false);
  }

  TestFleet with(String id, SenderState state) {
    put(sender(id, state));
    return this;
  }

  synchronized void put(SenderView sender) {
    senders.put(sender.id(), sender);
  }

  synchronized void remove(String id) {
    senders.remove(id);
  }

  synchronized void conflict(String words) {
    conflicts = List.of(words);
  }

  synchronized void blind(boolean now) {
    blind = now;
  }

  synchronized SenderView get(String id) {
    return Optional.ofNullable(senders.get(id)).orElseThrow();
  }

  synchronized void change(String id, UnaryOperator<SenderView> edit) {
    put(edit.apply(get(id)));
  }

  /** It happens, and is told; the silence is what a fall or a return would have. */
  Change happen(String id, Happening happening, Duration silence) {
    Change change;
    List<Consumer<Change>> all;
    synchronized (this) {
      SenderState before =
          Optional.ofNullable(senders.get(id)).map(SenderView::state).orElse(SenderState.NEW);
      SenderState after = after(happening, before);
      var was = Optional.ofNullable(senders.get(id)).orElseGet(() -> sender(id, after));
      boolean quiet = after == SenderState.DOWN || after == SenderState.LATE;
      put(
          Views.of(
              was,
              after,
              clock.instant(),
              quiet ? was.lastSeen() : clock.instant(),
              quiet ? silence : Duration.ZERO));
      change = new Change(clock.instant(), happening, before, get(id), silence, "no beat in time");
      all = List.copyOf(hearers);
    }
    all.forEach(hearer -> hearer.accept(change));
    return change;
  }

  private static SenderState after(Happening happening, SenderState before) {
    return switch (happening) {
      case UP, BACK, RESTART -> SenderState.UP;
      case LATE -> SenderState.LATE;
      case DOWN -> SenderState.DOWN;
      case BYE -> SenderState.BYE;
      case MISSING -> before == SenderState.NEW ? SenderState.NEW : SenderState.DOWN;
    };
  }

  @Override
  public List<Budget> budget(String id) {
    return List.of(
        new Budget(Duration.ofSeconds(2), 3, Duration.ofDays(7)),
        new Budget(Duration.ofSeconds(5), 0, Duration.ofDays(7)));
  }

  @Override
  public synchronized FleetView view() {
    return new FleetView(
        clock.instant(),
        Instant.parse("2026-11-20T17:00:00Z"),
        List.copyOf(senders.values()),
        1000,
        12.5,
        7,
        3,
        blind,
        conflicts,
        4 << 20);
  }

  @Override
  public synchronized boolean mute(String id, Instant until) {
    if (!senders.containsKey(id)) return false;
    put(Views.muted(get(id), until));
    return true;
  }

  @Override
  public synchronized boolean acknowledge(String id) {
    if (!senders.containsKey(id)) return false;
    put(Views.acknowledged(get(id)));
    return true;
  }

  @Override
  public synchronized boolean forget(String id) {
    return senders.remove(id) != null;
  }

  @Override
  public synchronized String why(String id) {
    return senders.containsKey(id) ? id + " has 3s: its period and 2s" : "no such sender: " + id;
  }

  @Override
  public synchronized void listen(Consumer<Change> hearer) {
    hearers.add(hearer);
  }
}
