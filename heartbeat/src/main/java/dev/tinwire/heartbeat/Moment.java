package dev.tinwire.heartbeat;

import java.time.Instant;

/**
 * One moment on two clocks.
 *
 * @param nanos monotonic; all decisions are made by it
 * @param millis since 1970; only people see it, and a beat's own time is compared with it once
 */
record Moment(long nanos, long millis) {
  Instant instant() {
    return Instant.ofEpochMilli(millis);
  }

  /** What the wall clock shows for another monotonic moment, as far as this one knows. */
  Instant wall(long other) {
    return Instant.ofEpochMilli(millis - (nanos - other) / 1_000_000);
  }
}
