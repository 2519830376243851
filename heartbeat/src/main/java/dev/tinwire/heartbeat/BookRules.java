package dev.tinwire.heartbeat;

import java.time.Duration;

/**
 * What the user wants of the books.
 *
 * @param senders room for so many
 * @param period of a sender that does not say it, until it can be told from its beats
 * @param grace after that an expected sender that was never heard of is missing
 * @param blind for so long at most alarms are held when half the fleet falls silent at once
 * @param expectedOnly whether others are refused
 * @param keyed whether beats are signed, and with it who is new must have a clock about right
 */
record BookRules(
    int senders,
    Duration period,
    Duration grace,
    Duration blind,
    boolean expectedOnly,
    boolean keyed) {
  static final BookRules DEFAULT =
      new BookRules(
          100_000,
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          false,
          false);

  BookRules withKeyed() {
    return new BookRules(senders, period, grace, blind, expectedOnly, true);
  }
}
