package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class TokenBucketTest {
  private static final long SECOND = 1_000_000_000L;

  /** Near the end of the counter, to which only differences may matter. */
  private static final long START = Long.MAX_VALUE - SECOND;

  @Test
  void aSecondsWorthAtOnceAndThenOneForEachInterval() {
    var bucket = new TokenBucket(10, START);
    assertEquals(10, taken(bucket, START, 50));
    assertFalse(bucket.take(START + SECOND / 10 - 1));
    assertTrue(bucket.take(START + SECOND / 10));
    assertFalse(bucket.take(START + SECOND / 10));
  }

  @Test
  void whatIsNotTakenIsKeptButNoMoreThanASecondsWorth() {
    var bucket = new TokenBucket(10, START);
    assertEquals(10, taken(bucket, START, 50));
    long hundredSeconds = 100 * SECOND; // beyond the end of the counter
    assertEquals(10, taken(bucket, START + hundredSeconds, 50));
  }

  @Test
  void overALongTimeItIsTheRate() {
    var bucket = new TokenBucket(1000, START);
    long passed = 0;
    for (long at = 0; at < 10 * SECOND; at += SECOND / 5000) {
      if (bucket.take(START + at)) passed++;
    }
    // Ten seconds, and the burst at the beginning.
    assertTrue(Math.abs(passed - 11_000) <= 1, passed + " passed");
  }

  @Test
  void zeroIsNoLimit() {
    assertEquals(100_000, taken(new TokenBucket(0, START), START, 100_000));
  }

  private static int taken(TokenBucket bucket, long at, int tries) {
    int taken = 0;
    for (int i = 0; i < tries; i++) if (bucket.take(at)) taken++;
    return taken;
  }
}
