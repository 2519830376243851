package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The longest silences of a window of 28 blocks, one maximum each. */
final class SilenceRecordTest {
  private final byte[] maxima = new byte[3 * SilenceRecord.BLOCKS];
  private int newest;

  @Test
  void isEmptyAtFirst() {
    assertEquals(0, longest(0, 0));
  }

  @Test
  void remembersForAWindowAndNoLonger() {
    enter(5, 8_000);
    enter(6, 2_000);
    assertEquals(8_000, longest(32, 0));
    assertEquals(2_000, longest(33, 0));
    assertEquals(0, longest(34, 0));
  }

  @Test
  void aBlockKeepsItsLongest() {
    enter(0, 4_000);
    enter(0, 2_000);
    assertEquals(4_000, longest(0, 0));
  }

  @Test
  void theSecondRankLeavesOneOut() {
    enter(0, 64_000);
    assertEquals(0, longest(0, 1));
    enter(1, 2_000);
    assertEquals(2_000, longest(1, 1));
  }

  @Test
  void aLeapOverTheWholeWindowForgetsAll() {
    enter(0, 64_000);
    assertEquals(0, longest(1_000, 0));
  }

  @Test
  void itsNeighboursAreLeftAlone() {
    enter(0, 64_000);
    longest(1_000, 0);
    enter(1_001, 2_000);
    assertEquals(0, SilenceRecord.longest(maxima, 0, 0));
    assertEquals(0, SilenceRecord.longest(maxima, 2 * SilenceRecord.BLOCKS, 0));
  }

  @Test
  void blocksWithLongSilencesAreCounted() {
    enter(0, 64_000);
    enter(1, 2_000);
    enter(2, 70_000);
    assertEquals(2, SilenceRecord.blocksOver(maxima, SilenceRecord.BLOCKS, 60_000));
  }

  private void enter(int block, long silence) {
    roll(block);
    SilenceRecord.enter(maxima, SilenceRecord.BLOCKS, block, silence);
  }

  private long longest(int block, int rank) {
    roll(block);
    return SilenceRecord.longest(maxima, SilenceRecord.BLOCKS, rank);
  }

  private void roll(int block) {
    SilenceRecord.roll(maxima, SilenceRecord.BLOCKS, newest, block);
    newest = block;
  }
}
