package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The longest silences of a window of 28 blocks, here of one second each. */
final class SilenceRecordTest {
  private static final long SECOND = 1_000_000_000;
  private final SilenceRecord record = new SilenceRecord(28 * SECOND);

  @Test
  void isEmptyAtFirst() {
    assertEquals(0, record.longest(0, 0));
  }

  @Test
  void remembersForAWindowAndNoLonger() {
    record.enter(5 * SECOND, 8_000);
    record.enter(6 * SECOND, 2_000);
    assertEquals(8_000, record.longest(32 * SECOND, 0));
    assertEquals(2_000, record.longest(33 * SECOND, 0));
    assertEquals(0, record.longest(34 * SECOND, 0));
  }

  @Test
  void aBlockKeepsItsLongest() {
    record.enter(0, 4_000);
    record.enter(1, 2_000);
    assertEquals(4_000, record.longest(2, 0));
  }

  @Test
  void theSecondRankLeavesOneOut() {
    record.enter(0, 64_000);
    assertEquals(0, record.longest(0, 1));
    record.enter(SECOND, 2_000);
    assertEquals(2_000, record.longest(SECOND, 1));
  }

  @Test
  void aLeapOverTheWholeWindowForgetsAll() {
    record.enter(0, 64_000);
    assertEquals(0, record.longest(1_000 * SECOND, 0));
  }
}
