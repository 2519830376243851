package dev.tinwire.heartbeat;

import java.util.EnumMap;
import java.util.Map;

/** How many datagrams changed nothing, and why. Safe for several threads. */
final class Rejections {
  private final Map<Rejection, Long> counts = new EnumMap<>(Rejection.class);

  synchronized void add(Rejection why) {
    counts.merge(why, 1L, Long::sum);
  }

  /** As a snapshot says it. */
  synchronized void restore(Rejection why, long count) {
    counts.put(why, count);
  }

  synchronized long of(Rejection why) {
    return counts.getOrDefault(why, 0L);
  }

  synchronized long all() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
