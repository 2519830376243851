package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long before a deadline sending stops, so that the last replies are not cut off. In ms. */
final class DeadlineTest {
  private static final long MS = 1_000_000;

  @ParameterizedTest(name = "under {0} ms, after round trips up to {1} and timeout {2}: {3}")
  @CsvSource({
    "10000, 0, 1000, 9980", // nothing has come yet
    "10000, 1, 1000, 9980",
    "10000, 50, 1000, 9900", // twice the longest
    "10000, 900, 1000, 9000", // but never more than the timeout
    "10000, 900, 5, 9980",
    "100, 900, 1000, 50", // and at most half of the time
    "1, 0, 1000, 0.5",
  })
  void sendingStopsEarlyEnoughForTheLastReplies(
      long deadline, long longest, long timeout, double stops) {
    long wayBack = Session.wayBack(longest * MS, timeout * MS);
    assertEquals((long) (stops * MS), Run.lastSending(deadline * MS, wayBack));
  }
}
