package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** A time in one byte is rounded up, by less than a tenth. */
final class LevelTest {
  private static final long HOUR = 3_600_000_000_000L;

  @Property
  void isRoundedUpByLessThanATenth(@ForAll @LongRange(min = 1_000, max = HOUR) long nanos) {
    long kept = Level.nanos(Level.of(nanos));
    assertTrue(kept >= nanos - 1, kept + " for " + nanos);
    assertTrue(kept < nanos * 1.1, kept + " for " + nanos);
  }

  @Property
  void longerIsNeverLower(
      @ForAll @LongRange(min = 0, max = HOUR) long one,
      @ForAll @LongRange(min = 0, max = HOUR) long other) {
    long low = Level.nanos(Level.of(Math.min(one, other)));
    assertTrue(low <= Level.nanos(Level.of(Math.max(one, other))));
  }

  @Test
  void nothingIsNone() {
    assertEquals(0, Level.nanos(Level.of(0)));
    assertEquals(0, Level.nanos(Level.of(-5)));
  }
}
