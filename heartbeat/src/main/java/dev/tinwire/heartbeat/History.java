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
 * What is remembered of all senders, in bounded memory. Fed by looking at the fleet once a second;
 * of more senders than the limit the later ones have no past. Safe for several threads.
 */
final class History {
  private final int most;
  private final int mostIntervals;
  private final Map<String, Past> pasts = new HashMap<>();

  History(WatchLimits limits) {
    this.most = limits.histories();
    this.mostIntervals = limits.intervals();
  }

  synchronized void note(FleetView view) {
    int remembered = 0;
    for (SenderView sender : view.senders()) {
      Past past = past(sender.id());
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
    Past past = past(change.sender().id());
    if (past != null) past.note(change);
  }

  private @Nullable Past past(String id) {
    Past past = pasts.get(id);
    if (past == null && pasts.size() < most) {
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
