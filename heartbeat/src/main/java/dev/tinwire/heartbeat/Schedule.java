package dev.tinwire.heartbeat;

/**
 * When to beat: at the start and every period after it, whatever happened in between. Pure. What a
 * stall made impossible is left out, so nothing is ever caught up in a burst.
 */
record Schedule(long start, long period) {
  /** The first moment of the schedule after this one. */
  long after(long now) {
    return now < start ? start : start + (Math.floorDiv(now - start, period) + 1) * period;
  }
}
