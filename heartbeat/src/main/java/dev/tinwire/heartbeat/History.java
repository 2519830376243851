package dev.tinwire.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of all senders, in bounded memory. Fed by looking at the fleet once a second.
 * In a fleet above the limit only those have a past that were in trouble within the time that a
 * {@link Strip} shows. Safe for several threads.
 */
final class History {
  private final int most;
  private final int mostIntervals;
  private final Map<String, Past> pasts = new HashMap<>();
  private boolean large;

  History(WatchLimits limits) {
    this.most = limits.histories();
    this.mostIntervals = limits.intervals();
  }

  synchronized void note(FleetView view) {
    large = view.senders().size() > most;
    if (large) pasts.values().removeIf(Past::isCalm);
    int remembered = 0;
    for (SenderView sender : view.senders()) {
      Past past = past(sender.id(), sender.state());
      if (past == null) continue;
      past.note(sender, view.now());
      remembered++;
    }
    if (pasts.size() > remembered) forgetAllBut(view.senders());
  }

  private void forgetAllBut(List<SenderView> senders) {
    var present = new HashSet<String>();
    senders.forEach(sender -> present.add(sender.id()));
    pasts.keySet().retainAll(present);
  }

  synchronized void note(Change change) {
    Past past = past(change.sender().id(), after(change.happening()));
    if (past != null) past.note(change);
  }

  private static SenderState after(Happening happening) {
    return switch (happening) {
      case UP, BACK, RESTART -> SenderState.UP;
      case LATE -> SenderState.LATE;
      case DOWN, MISSING -> SenderState.DOWN;
      case BYE -> SenderState.BYE;
    };
  }

  private @Nullable Past past(String id, SenderState state) {
    Past past = pasts.get(id);
    boolean wanted = !large || Strip.Cell.of(state).isTrouble();
    if (past == null && wanted && pasts.size() < most) {
      past = new Past(pasts.size() < mostIntervals);
      pasts.put(id, past);
    }
    return past;
  }

  synchronized Optional<Instant> upSince(String id) {
    return of(id, Past::upSince, Optional.empty());
  }

  synchronized Duration longest(String id) {
    return of(id, Past::longest, Duration.ZERO);
  }

  synchronized Loss lastHour(SenderView sender) {
    return of(sender.id(), past -> past.lastHour(sender), new Loss(0, 0));
  }

  synchronized Loss lastDay(SenderView sender) {
    return of(sender.id(), past -> past.lastDay(sender), new Loss(0, 0));
  }

  synchronized List<Strip.Cell> strip(String id) {
    return of(id, Past::strip, Collections.nCopies(Strip.CELLS, Strip.Cell.UNKNOWN));
  }

  synchronized List<Interval> intervals(String id) {
    return of(id, Past::intervals, List.of());
  }

  private <T> T of(String id, Function<Past, T> question, T otherwise) {
    Past past = pasts.get(id);
    return past == null ? otherwise : question.apply(past);
  }
}
