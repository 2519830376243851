package dev.tinwire.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who goes down and comes back so often that each time is no news (after RFC 2439, which damps
 * routes so): each fall costs a point, points halve every 15 minutes, who has three is called
 * flapping until it has less than one. Safe for several threads.
 */
final class Flaps {
  private static final Duration HALF_LIFE = Duration.ofMinutes(15);
  private static final double SUPPRESS = 2.75; // three falls within some five minutes
  private static final double REUSE = 1;
  private static final double FORGET = 0.05;

  /** So many points it had then. */
  record Penalty(double points, Instant at, boolean suppressed) {
    double now(Instant now) {
      double halves =
          Math.max(0, Duration.between(at, now).toMillis()) / (double) HALF_LIFE.toMillis();
      return points * Math.pow(0.5, halves);
    }
  }

  private final Map<String, Penalty> penalties = new HashMap<>();

  /** Notes a fall; true if it begins to flap with it. */
  synchronized boolean fell(String id, Instant now) {
    Penalty before = penalties.getOrDefault(id, new Penalty(0, now, false));
    double points = before.now(now) + 1;
    boolean suppressed = before.suppressed || points >= SUPPRESS;
    penalties.put(id, new Penalty(points, now, suppressed));
    return suppressed && !before.suppressed;
  }

  /** Whether it flaps; one that has held still for long enough does no more. */
  synchronized boolean flapping(String id, Instant now) {
    Penalty penalty = penalties.get(id);
    return penalty != null && penalty.suppressed && penalty.now(now) >= REUSE;
  }

  /** Ends the flapping of one that has held still; true if it flapped until now. */
  synchronized boolean settle(String id, Instant now) {
    Penalty penalty = penalties.get(id);
    if (penalty == null || penalty.now(now) >= (penalty.suppressed ? REUSE : FORGET)) return false;
    penalties.remove(id);
    return penalty.suppressed;
  }

  /** All of them, to be kept over the end of the monitor. */
  synchronized Map<String, Penalty> all() {
    return Map.copyOf(penalties);
  }

  synchronized void put(String id, Penalty penalty) {
    penalties.put(id, penalty);
  }

  /** Those with any points at all. */
  synchronized List<String> noted() {
    return List.copyOf(penalties.keySet());
  }
}
