package dev.tinwire.heartbeat;

import java.time.Duration;
import java.time.Instant;

/**
 * How a sender's counters stood at the beginning of each of the last steps of time, so that the
 * loss since then is a difference: 61 marks of a minute tell the last hour.
 */
final class LossRing {
  private final long stepSeconds;
  private final long[] received;
  private final long[] lost;
  private long step = Long.MIN_VALUE;
  private int marks;

  LossRing(Duration step, int steps) {
    this.stepSeconds = step.toSeconds();
    this.received = new long[steps + 1];
    this.lost = new long[steps + 1];
  }

  /** Notes the counters; only the first note of a step is kept. */
  void note(Instant now, long receivedNow, long lostNow) {
    long nowStep = Math.floorDiv(now.getEpochSecond(), stepSeconds);
    if (marks > 0 && nowStep <= step) return;
    // Steps in which nobody looked (a suspended computer) had no beats to count either.
    long skipped = marks == 0 ? 1 : Math.min(nowStep - step, received.length);
    for (long i = 0; i < skipped; i++) {
      int at = marks++ % received.length;
      received[at] = receivedNow;
      lost[at] = lostNow;
    }
    step = nowStep;
  }

  /** Since the oldest mark. */
  Loss until(long receivedNow, long lostNow) {
    if (marks == 0) return new Loss(0, 0);
    int oldest = marks <= received.length ? 0 : marks % received.length;
    // A number that came late after all takes its loss back, so both may shrink a little.
    long missing = Math.max(0, lostNow - lost[oldest]);
    return new Loss(missing, missing + Math.max(0, receivedNow - received[oldest]));
  }
}
