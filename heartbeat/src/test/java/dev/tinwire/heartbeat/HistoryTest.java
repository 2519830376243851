package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HistoryTest {
  private final TestFleet fleet = TestFleet.now();
  private final History history = new History(WatchLimits.DEFAULT);

  /** A beat each second for a while, of which each tenth is lost in the first half. */
  private void beat(Duration time, long lostOfTen) {
    for (long second = 0; second < time.toSeconds(); second++) {
      fleet.clock.advance(Duration.ofSeconds(1));
      var s = fleet.get("a");
      boolean lost = second % 10 < lostOfTen;
      @Nullable Instant seen = lost ? s.lastSeen() : fleet.clock.instant();
      Duration age = lost ? s.age().plusSeconds(1) : Duration.ZERO;
      fleet.put(
          Views.beaten(s, s.received() + (lost ? 0 : 1), s.lost() + (lost ? 1 : 0), seen, age));
      history.note(fleet.view());
    }
  }

  @Test
  void theLossOfTheLastHourForgetsWhatWasBefore() {
    fleet.with("a", SenderState.UP);
    history.note(fleet.view());
    beat(Duration.ofMinutes(30), 1);
    assertEquals(10, history.lastHour(fleet.get("a")).percent(), 0.2);
    beat(Duration.ofMinutes(61), 0);
    assertEquals(0, history.lastHour(fleet.get("a")).percent());
    assertEquals(3.3, history.lastDay(fleet.get("a")).percent(), 0.1);
  }

  @Test
  void intervalsAndTheLongestSilenceAreKept() {
    fleet.with("a", SenderState.UP);
    history.note(fleet.view());
    beat(Duration.ofSeconds(20), 3);
    assertEquals(Duration.ofSeconds(4), history.longest("a"));
    assertEquals(Duration.ofSeconds(1), history.intervals("a").getLast().length());
    assertEquals(Duration.ofSeconds(3), history.intervals("a").getLast().deadline());
    beat(Duration.ofMinutes(10), 0);
    assertEquals(Past.INTERVALS, history.intervals("a").size());
  }

  @Test
  void theStripShowsTheWorstOfEachMinute() {
    fleet.with("a", SenderState.UP);
    history.note(fleet.view());
    fleet.with("a", SenderState.LATE);
    history.note(fleet.view());
    fleet.with("a", SenderState.UP);
    history.note(fleet.view());
    fleet.clock.advance(Duration.ofMinutes(2));
    history.note(fleet.view());
    var cells = history.strip("a");
    assertEquals(Strip.CELLS, cells.size());
    assertEquals(Strip.Cell.LATE, cells.get(87));
    assertEquals(Strip.Cell.UNKNOWN, cells.get(88), "nobody looked");
    assertEquals(Strip.Cell.UP, cells.get(89));
  }

  @Test
  void inAFleetAboveTheLimitThoseInTroubleHaveAPast() {
    var limits =
        new WatchLimits(
            1, 1, 1, 1, 1, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, Duration.ZERO, 1, 1);
    var small = new History(limits);
    fleet.with("a", SenderState.UP).with("b", SenderState.UP);
    small.note(fleet.view());
    assertEquals(Strip.Cell.UNKNOWN, small.strip("a").getLast());
    fleet.with("b", SenderState.LATE);
    small.note(fleet.view());
    fleet.with("b", SenderState.UP);
    small.note(fleet.view());
    assertEquals(Strip.Cell.UNKNOWN, small.strip("a").getLast());
    assertEquals(Strip.Cell.LATE, small.strip("b").getLast());
    fleet.clock.advance(Strip.CELL.multipliedBy(Strip.CELLS));
    small.note(fleet.view());
    assertEquals(Strip.Cell.UP, small.strip("b").getLast());
    small.note(fleet.view());
    assertEquals(Strip.Cell.UNKNOWN, small.strip("b").getLast(), "long ago");
    fleet.forget("a");
    small.note(fleet.view());
    assertEquals(Strip.Cell.UP, small.strip("b").getLast(), "a small fleet again");
  }
}
