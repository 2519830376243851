package dev.tinwire.heartbeat;

import java.time.Duration;

/** The usual rules of the books with one thing otherwise. */
final class Rules {
  private static final BookRules USUAL = BookRules.DEFAULT;

  private Rules() {}

  static BookRules ofSenders(int most) {
    return new BookRules(
        most, USUAL.period(), USUAL.grace(), USUAL.blind(), USUAL.expectedOnly(), USUAL.keyed());
  }

  static BookRules ofPeriod(Duration period) {
    return new BookRules(
        USUAL.senders(), period, USUAL.grace(), USUAL.blind(), USUAL.expectedOnly(), USUAL.keyed());
  }

  static BookRules expectedOnly() {
    return new BookRules(
        USUAL.senders(), USUAL.period(), USUAL.grace(), USUAL.blind(), true, USUAL.keyed());
  }
}
