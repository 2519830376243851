package dev.tinwire.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is remembered of one sender beyond its present state. Not safe for several threads. */
final class Past {
  static final int INTERVALS = 240;

  private final LossRing hour = new LossRing(Duration.ofMinutes(1), 60);
  private final LossRing day = new LossRing(Duration.ofHours(1), 24);
  private final Strip strip = new Strip();
  private final ArrayDeque<Interval> intervals = new ArrayDeque<>();
  private final boolean keepsIntervals;
  private @Nullable Mark last;
  private @Nullable Instant upSince;
  private Duration longest = Duration.ZERO;

  Past(boolean keepsIntervals) {
    this.keepsIntervals = keepsIntervals;
  }

  /** What the next look is compared with: a whole view would be five times as large. */
  private record Mark(SenderState state, long received, @Nullable Instant lastSeen, Duration age) {
    static Mark of(SenderView view) {
      return new Mark(view.state(), view.received(), view.lastSeen(), view.age());
    }
  }

  /** Whether it was up all the time that {@link #strip} tells of. */
  boolean isCalm() {
    return strip.isCalm();
  }

  /** What is true of it now. */
  void note(SenderView view, Instant now) {
    hour.note(now, view.received(), view.lost());
    day.note(now, view.received(), view.lost());
    strip.note(now, view.state());
    if (view.state() == SenderState.UP && upSince == null) upSince = view.since();
    if (last != null) interval(last, view, now);
    last = Mark.of(view);
  }

  private void interval(Mark before, SenderView view, Instant now) {
    long beats = view.received() - before.received();
    if (beats <= 0 || before.lastSeen() == null || view.lastSeen() == null) return;
    // Only the monotonic clock tells how long something took: the age then, the step, the age now.
    Duration silence = before.age().plus(elapsed(before, view)).minus(view.age()).dividedBy(beats);
    if (silence.isNegative()) return;
    if (silence.compareTo(longest) > 0 && before.state() != SenderState.DOWN) longest = silence;
    if (!keepsIntervals) return;
    if (intervals.size() == INTERVALS) intervals.removeFirst();
    intervals.addLast(new Interval(now, silence, view.deadline()));
  }

  private static Duration elapsed(Mark before, SenderView view) {
    var from = Optional.ofNullable(before.lastSeen()).orElseThrow().plus(before.age());
    return Duration.between(
        from, Optional.ofNullable(view.lastSeen()).orElseThrow().plus(view.age()));
  }

  void note(Change change) {
    switch (change.happening()) {
      case UP, RESTART -> upSince = change.time();
      case BACK -> {
        if (change.before() != SenderState.LATE) upSince = change.time();
        else if (change.silence().compareTo(longest) > 0) longest = change.silence();
      }
      case LATE, DOWN, BYE, MISSING -> {}
    }
  }

  Optional<Instant> upSince() {
    return Optional.ofNullable(upSince);
  }

  /** The longest silence it came back from without having been down. */
  Duration longest() {
    return longest;
  }

  Loss lastHour(SenderView view) {
    return hour.until(view.received(), view.lost());
  }

  Loss lastDay(SenderView view) {
    return day.until(view.received(), view.lost());
  }

  List<Strip.Cell> strip() {
    return strip.cells();
  }

  List<Interval> intervals() {
    return List.copyOf(intervals);
  }
}
