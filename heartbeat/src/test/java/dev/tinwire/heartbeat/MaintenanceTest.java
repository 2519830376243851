package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MaintenanceTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** 2026-11-20 is a Friday; on 2026-03-29 the clocks go from 02:00 to 03:00 there. */
  @ParameterizedTest(name = "{0} {1}-{2} covers {3}: {4}")
  @CsvSource(
      textBlock =
          """
          FRIDAY,   02:00, 04:00, 2026-11-20T00:59:59Z, false
          FRIDAY,   02:00, 04:00, 2026-11-20T01:00:00Z, true
          FRIDAY,   02:00, 04:00, 2026-11-20T02:59:59Z, true
          FRIDAY,   02:00, 04:00, 2026-11-20T03:00:00Z, false
          FRIDAY,   02:00, 04:00, 2026-11-21T01:00:00Z, false
          FRIDAY,   23:00, 01:00, 2026-11-20T22:30:00Z, true
          FRIDAY,   23:00, 01:00, 2026-11-20T23:30:00Z, true
          FRIDAY,   23:00, 01:00, 2026-11-21T00:30:00Z, false
          FRIDAY,   23:00, 01:00, 2026-11-19T23:30:00Z, false
          SUNDAY,   02:00, 04:00, 2026-03-29T01:30:00Z, true
          SUNDAY,   02:00, 04:00, 2026-03-29T02:30:00Z, false
          """)
  void weeklyIsLocalTime(
      DayOfWeek day, LocalTime from, LocalTime to, Instant moment, boolean covered) {
    var window = new Maintenance.Weekly("w", Scope.ALL, Set.of(day), from, to, BERLIN);
    assertEquals(covered, window.covers(moment));
  }
}
