package dev.tinwire.udppinger;

/**
 * Knows which packets of a session have come, so that a recorded one is not answered again: an HMAC
 * proves who wrote a packet, not that it is new. A sender's times only grow, so a time later than
 * all before is new, whatever its sequence number; among the last 64 an earlier one is new once;
 * what is older still counts as seen. Belongs to one thread.
 */
final class ReplayWindow {
  private static final int WIDTH = 64;

  private final long[] times = new long[WIDTH];
  private int count;
  private int next;
  private long newest;

  /** Whether a packet sent at that time (T1) is new; from then on it is not. */
  boolean accept(long time) {
    // Differences, not values: NTP's seconds begin anew in 2036.
    if (count > 0 && time - newest <= 0 && !isLateOnce(time)) return false;
    if (count == 0 || time - newest > 0) newest = time;
    times[next] = time;
    next = (next + 1) % WIDTH;
    if (count < WIDTH) count++;
    return true;
  }

  private boolean isLateOnce(long time) {
    boolean olderThanAll = true;
    for (int i = 0; i < count; i++) {
      if (times[i] == time) return false;
      if (times[i] - time < 0) olderThanAll = false;
    }
    return count < WIDTH || !olderThanAll;
  }
}
