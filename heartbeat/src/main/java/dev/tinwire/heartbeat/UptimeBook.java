package dev.tinwire.heartbeat;

import dev.tinwire.wire.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/** When each sender was not heard, and when nobody listened. Safe for several threads. */
final class UptimeBook {
  static final int UNWATCHED = 200;

  /** A monitor that is gone for so short a time misses nothing. */
  private static final Duration SHORT = Duration.ofSeconds(10);

  private static final SequencedMap<String, Duration> WINDOWS = new LinkedHashMap<>();

  static {
    WINDOWS.put("1h", Duration.ofHours(1));
    WINDOWS.put("24h", Duration.ofDays(1));
    WINDOWS.put("7d", Duration.ofDays(7));
    WINDOWS.put("30d", Duration.ofDays(30));
    WINDOWS.put("90d", Duration.ofDays(90));
  }

  private final WatchLimits limits;
  private final Map<String, Availability> senders = new HashMap<>();
  private final ArrayDeque<Span> unwatched = new ArrayDeque<>();

  private final Flaps flaps = new Flaps();
  private boolean large;

  UptimeBook(WatchLimits limits) {
    this.limits = limits;
  }

  /** The times of which the share is told, by their names. */
  static SequencedMap<String, Duration> windows() {
    return WINDOWS;
  }

  synchronized void note(Change change) {
    var sender = change.sender();
    if (!senders.containsKey(sender.id()) && !hasRoom(away(change.happening()))) return;
    Availability book = book(sender.id(), change.time());
    switch (change.happening()) {
      case DOWN -> book.fell(change.time().minus(change.silence()), false, change.reason());
      case MISSING -> book.fell(change.time(), false, "expected, never heard of");
      case BYE -> book.fell(change.time(), true, "it said that it stops");
      case UP, BACK, RESTART -> book.rose(change.time());
      case LATE -> {}
    }
  }

  /** Puts the books right with what is so: changes may have been missed while nobody listened. */
  synchronized void note(FleetView view) {
    large = view.senders().size() > limits.histories();
    if (large) senders.values().removeIf(Availability::isSpotless);
    int known = 0;
    for (SenderView sender : view.senders()) {
      if (!senders.containsKey(sender.id()) && !hasRoom(away(sender.state()))) continue;
      // Of one that nobody has heard yet there is nothing to say, until it is missed.
      if (sender.state() == SenderState.NEW && !senders.containsKey(sender.id())) continue;
      Availability book = book(sender.id(), view.now());
      known++;
      switch (sender.state()) {
        case DOWN -> book.fell(fallen(sender), false, "");
        case BYE -> book.fell(sender.since(), true, "it said that it stops");
        case UP -> book.rose(sender.since());
        case LATE, NEW -> {}
      }
    }
    if (senders.size() > known) {
      var present = new HashSet<String>();
      view.senders().forEach(sender -> present.add(sender.id()));
      senders.keySet().retainAll(present);
    }
  }

  /** In a fleet above the limit only of those a book is kept that have fallen. */
  private boolean hasRoom(boolean away) {
    return senders.size() < limits.histories() && (!large || away);
  }

  private static boolean away(Happening happening) {
    return switch (happening) {
      case DOWN, MISSING, BYE -> true;
      case UP, BACK, RESTART, LATE -> false;
    };
  }

  private static boolean away(SenderState state) {
    return state == SenderState.DOWN || state == SenderState.BYE;
  }

  private static Instant fallen(SenderView sender) {
    Instant seen = sender.lastSeen();
    return seen == null ? sender.since() : seen;
  }

  private Availability book(String id, Instant now) {
    return senders.computeIfAbsent(id, _ -> new Availability(now, limits.downtimes()));
  }

  /** Nobody listened in that time. */
  synchronized void unwatched(Span span) {
    if (span.length().compareTo(SHORT) < 0) return;
    unwatched.addLast(span);
    if (unwatched.size() > UNWATCHED) unwatched.removeFirst();
  }

  /** As a file says; replaces what is there. */
  synchronized void put(String id, Availability book) {
    senders.put(id, book);
  }

  synchronized SequencedMap<String, OptionalDouble> uptimes(String id, Instant now) {
    var uptimes = new LinkedHashMap<String, OptionalDouble>();
    var book = Optional.ofNullable(senders.get(id));
    var gaps = List.copyOf(unwatched);
    for (var window : WINDOWS.entrySet()) {
      uptimes.put(
          window.getKey(),
          book.map(b -> b.uptime(window.getValue(), now, gaps)).orElse(OptionalDouble.empty()));
    }
    return uptimes;
  }

  synchronized Optional<Instant> first(String id) {
    return Optional.ofNullable(senders.get(id)).map(Availability::first);
  }

  synchronized List<Downtime> downtimes(String id) {
    return Optional.ofNullable(senders.get(id)).map(Availability::downtimes).orElse(List.of());
  }

  synchronized List<Span> unwatched() {
    return List.copyOf(unwatched);
  }

  /** Who fell how often of late, which is kept with the books. */
  Flaps flaps() {
    return flaps;
  }

  /** The books as a file keeps them. */
  synchronized Json.Obj json(Instant now) {
    return UptimeJson.print(senders, List.copyOf(unwatched), flaps.all(), now);
  }
}
