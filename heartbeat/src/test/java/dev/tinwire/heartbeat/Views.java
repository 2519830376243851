package dev.tinwire.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same sender, a little different. */
final class Views {
  private Views() {}

  static SenderView of(
      SenderView s, SenderState state, Instant since, @Nullable Instant seen, Duration age) {
    return copy(s, state, since, seen, age, s.received(), s.lost(), s.mutedUntil(), false);
  }

  static SenderView muted(SenderView s, Instant until) {
    return copy(
        s,
        s.state(),
        s.since(),
        s.lastSeen(),
        s.age(),
        s.received(),
        s.lost(),
        until,
        s.acknowledged());
  }

  static SenderView acknowledged(SenderView s) {
    return copy(
        s,
        s.state(),
        s.since(),
        s.lastSeen(),
        s.age(),
        s.received(),
        s.lost(),
        s.mutedUntil(),
        true);
  }

  /** With counters, and its last beat so long ago. */
  static SenderView beaten(
      SenderView s, long received, long lost, @Nullable Instant seen, Duration age) {
    return copy(s, s.state(), s.since(), seen, age, received, lost, s.mutedUntil(), false);
  }

  private static SenderView copy(
      SenderView s,
      SenderState state,
      Instant since,
      @Nullable Instant seen,
      Duration age,
      long received,
      long lost,
      @Nullable Instant muted,
      boolean acknowledged) {
    return new SenderView(
        s.id(),
        state,
        since,
        seen,
        age,
        s.period(),
        s.deadline(),
        s.jitter(),
        received,
        lost,
        s.duplicates(),
        s.reordered(),
        s.restarts(),
        s.address(),
        Map.copyOf(s.values()),
        muted,
        s.flapping(),
        acknowledged);
  }
}
