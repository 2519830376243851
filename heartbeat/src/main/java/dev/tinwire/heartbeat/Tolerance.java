package dev.tinwire.heartbeat;

import dev.tinwire.wire.Malformed;
import java.time.Duration;
import java.util.Optional;

/**
 * What the user asks of detection: how seldom a false alarm, and how fast at the latest.
 *
 * @param window about one false alarm in so long a time, for each sender
 * @param detectWithin the longest silence that is ever waited for, however the link behaves
 * @param robust whether one single long silence is not to slow detection for a whole window
 */
record Tolerance(Duration window, Optional<Duration> detectWithin, boolean robust) {
  private static final int PERIODS_AT_MOST = 30;

  static final Tolerance DEFAULT = new Tolerance(Duration.ofDays(7), Optional.empty(), false);

  /** How far beyond the period a silence may go at most. */
  long cap(long period) {
    long most = most(period);
    return detectWithin.map(limit -> Math.min(most, limit.toNanos() - period)).orElse(most);
  }

  /** The same, whatever the user asks; longer silences are on record as if they were so long. */
  static long most(long period) {
    return PERIODS_AT_MOST * period;
  }

  /** {@code 1/week}: the time that one false alarm is to last for. */
  static Duration falseAlarms(String text) throws Malformed {
    return switch (text) {
      case "1/day" -> Duration.ofDays(1);
      case "1/week" -> Duration.ofDays(7);
      case "1/month" -> Duration.ofDays(30);
      default -> throw new Malformed("rate", text, 0, "write 1/day, 1/week or 1/month");
    };
  }
}
