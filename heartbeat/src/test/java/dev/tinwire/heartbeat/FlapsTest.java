package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FlapsTest {
  private static final Instant BEGIN = Instant.parse("2026-11-20T18:00:00Z");

  private final Flaps flaps = new Flaps();

  private static Instant minute(long minutes) {
    return BEGIN.plusSeconds(60 * minutes);
  }

  @Test
  void threeFallsInFiveMinutesAreFlapping() {
    assertFalse(flaps.fell("a", minute(0)));
    assertFalse(flaps.fell("a", minute(1)));
    assertTrue(flaps.fell("a", minute(3)));
    assertFalse(flaps.fell("a", minute(4)), "it is said once");
    assertTrue(flaps.flapping("a", minute(4)));
  }

  @Test
  void threeFallsInAnHourAreNot() {
    for (int at = 0; at <= 60; at += 30) assertFalse(flaps.fell("a", minute(at)));
    assertFalse(flaps.flapping("a", minute(60)));
  }

  @Test
  void pointsHalveEachQuarterOfAnHour() {
    for (int i = 0; i < 3; i++) flaps.fell("a", minute(0)); // three points
    assertTrue(flaps.flapping("a", minute(23)));
    assertFalse(flaps.settle("a", minute(23)));
    assertTrue(flaps.settle("a", minute(24)), "3 / 2^(24/15) is less than one");
    assertFalse(flaps.flapping("a", minute(24)));
    assertEquals(List.of(), flaps.noted());
  }

  @Test
  void eachSenderHasItsOwnPoints() {
    for (int i = 0; i < 3; i++) flaps.fell("a", minute(0));
    assertFalse(flaps.flapping("b", minute(0)));
  }
}
