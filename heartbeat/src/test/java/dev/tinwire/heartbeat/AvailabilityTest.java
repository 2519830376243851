package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class AvailabilityTest {
  private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final Availability book = new Availability(BEGIN, 100);

  private static Instant hour(double hours) {
    return BEGIN.plusMillis(Math.round(hours * 3_600_000));
  }

  private void down(double from, double to) {
    book.fell(hour(from), false, "");
    book.rose(hour(to));
  }

  private double uptime(Duration window, double now, Span... unwatched) {
    return book.uptime(window, hour(now), List.of(unwatched)).orElseThrow();
  }

  @Test
  void whoWasNeverDownWasUpAllTheTime() {
    assertEquals(100, uptime(DAY, 30));
  }

  @Test
  void onlyTheWindowCounts() {
    down(1, 7);
    assertEquals(75, uptime(DAY, 24), 1e-9);
    assertEquals(100, uptime(Duration.ofHours(1), 24), 1e-9);
    assertEquals(100 * (1 - 3.0 / 24), uptime(DAY, 28), 1e-9);
  }

  @Test
  void whatWasBeforeItsFirstBeatIsUnknownAndNotUp() {
    down(1, 2);
    assertEquals(75, uptime(Duration.ofDays(90), 4), 1e-9);
    assertEquals(OptionalDouble.empty(), book.uptime(DAY, BEGIN, List.of()));
  }

  @Test
  void oneThatIsDownNowCountsUntilNow() {
    book.fell(hour(3), false, "");
    assertEquals(75, uptime(DAY, 4), 1e-9);
  }

  @Test
  void aPlannedStopCountsNeitherAsUpNorAsDown() {
    book.fell(hour(2), true, "bye");
    book.rose(hour(4));
    down(5, 6);
    assertEquals(75, uptime(DAY, 6), 1e-9);
  }

  @Test
  void timeInWhichNobodyLookedDoesNotCount() {
    down(1, 3);
    var unwatched = new Span(hour(2), hour(4));
    assertEquals(75, uptime(DAY, 6, unwatched), 1e-9); // of 4 hours 1 is known to be down
  }

  @Test
  void downtimesThatAreNoMoreListedStillCount() {
    var small = new Availability(BEGIN, 2);
    for (int i = 0; i < 48; i++) { // half of each hour, over two midnights
      small.fell(hour(i), false, "");
      small.rose(hour(i + 0.5));
    }
    assertEquals(2, small.downtimes().size());
    assertEquals(50, small.uptime(Duration.ofDays(90), hour(48), List.of()).orElseThrow(), 1e-9);
    assertEquals(50, small.uptime(DAY, hour(48), List.of()).orElseThrow(), 1.1);
  }

  @Test
  void memoryIsBounded() {
    var small = new Availability(BEGIN, 2);
    for (int day = 0; day < 400; day++) {
      small.fell(hour(24 * day), false, "");
      small.rose(hour(24 * day + 1));
    }
    assertEquals(Availability.DAYS, small.folded().size());
  }

  @Property(tries = 200)
  void aFileGivesBackWhatWasWritten(
      @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 500_000) Integer> steps)
      throws Exception {
    var limits = WatchLimits.DEFAULT;
    var books = new UptimeBook(limits);
    var written = new Availability(BEGIN, 5);
    Instant now = BEGIN;
    for (int step : steps) {
      now = now.plusSeconds(step);
      if (written.open().isPresent()) written.rose(now);
      else written.fell(now, step % 3 == 0, "reason " + step);
    }
    books.put("a", written);
    Json file = Json.parse(books.json(now).print());
    var read = new UptimeBook(limits);
    UptimeJson.read(file, read, limits, now);
    assertEquals(books.uptimes("a", now), read.uptimes("a", now));
    assertEquals(books.downtimes("a"), read.downtimes("a"));
    books.uptimes("a", now).values().stream()
        .filter(OptionalDouble::isPresent)
        .forEach(share -> assertTrue(share.getAsDouble() >= 0 && share.getAsDouble() <= 100));
  }

  @Test
  void fromTheLastSaveToTheNextStartNobodyLooked() throws Exception {
    var limits = WatchLimits.DEFAULT;
    var books = new UptimeBook(limits);
    books.put("a", book);
    Json file = books.json(hour(4));
    var read = new UptimeBook(limits);
    UptimeJson.read(file, read, limits, hour(6));
    assertEquals(List.of(new Span(hour(4), hour(6))), read.unwatched());
  }
}
