package dev.tinwire.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ImpairmentTest {
  private static long lostOf10000(Impairment impairment, long seed) {
    return LongStream.range(0, 10_000).filter(n -> impairment.fate(seed, n).lost()).count();
  }

  @Property(tries = 100)
  void aFateDependsOnSeedAndNumberOnly(@ForAll long seed, @ForAll long number) {
    var bad = Impairment.none().withLoss(0.5).withCorruption(0.5);
    assertEquals(bad.fate(seed, number), bad.fate(seed, number));
    // The same packets are lost when something else gets worse, too.
    assertEquals(bad.fate(seed, number).lost(), bad.withReordering(0.9).fate(seed, number).lost());
  }

  @Property(tries = 50)
  void theShareIsWhatWasAskedFor(@ForAll long seed, @ForAll @DoubleRange(max = 1) double share) {
    double lost = lostOf10000(Impairment.none().withLoss(share), seed) / 10_000.0;
    assertEquals(share, lost, 0.03); // six standard deviations
  }

  @Test
  void nothingAndEverythingAreExact() {
    assertEquals(0, lostOf10000(Impairment.none(), 1));
    assertEquals(10_000, lostOf10000(Impairment.none().withLoss(1), 1));
  }

  @Property(tries = 100)
  void aDelayStaysWithinItsJitter(@ForAll long seed, @ForAll long number) {
    var bad = Impairment.none().withDelay(Duration.ofMillis(20), Duration.ofMillis(5));
    Duration later = bad.fate(seed, number).later();
    assertTrue(later.compareTo(Duration.ofMillis(20)) >= 0, later::toString);
    assertTrue(later.compareTo(Duration.ofMillis(25)) <= 0, later::toString);
  }

  @Property(tries = 100)
  void corruptionFlipsOneBit(@ForAll long seed) {
    byte[] damaged = Impairment.none().withCorruption(1).fate(seed, 0).applyTo(new byte[20]);
    int flipped = 0;
    for (byte b : damaged) flipped += Integer.bitCount(b & 0xff);
    assertEquals(1, flipped);
  }

  @Test
  void aProbabilityIsFromZeroToOne() {
    assertThrows(IllegalArgumentException.class, () -> Impairment.none().withLoss(1.1));
    assertThrows(IllegalArgumentException.class, () -> Impairment.none().withLoss(Double.NaN));
  }
}
