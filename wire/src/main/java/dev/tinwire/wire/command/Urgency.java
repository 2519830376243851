package dev.tinwire.wire.command;

import java.time.Duration;

/**
 * Tells who asks again for an end from who asks once and is heard twice: timeout(1), npm and others
 * send a signal to a process and to its group, so that it comes two times within a moment.
 */
final class Urgency {
  /** What a signal means. */
  enum Wish {
    END,
    THE_SAME,
    AT_ONCE
  }

  /** No hand is as quick. */
  static final Duration ONE_WISH = Duration.ofMillis(200);

  private boolean asked;
  private long last;

  /** What the signal means that comes at this time (nanoseconds, from anywhere). */
  synchronized Wish heard(long now) {
    if (asked && now - last < ONE_WISH.toNanos()) return Wish.THE_SAME;
    Wish wish = asked ? Wish.AT_ONCE : Wish.END;
    asked = true;
    last = now;
    return wish;
  }
}
