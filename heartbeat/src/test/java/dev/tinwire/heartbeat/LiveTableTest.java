package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.terminal.Screen;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LiveTableTest {
  private static final Screen SCREEN = new Screen(true, 160, false, true);

  private final TestFleet fleet = TestFleet.now();
  private final Observatory observatory =
      new Observatory(
          fleet,
          () -> MonitorConfig.NONE,
          new History(WatchLimits.DEFAULT),
          new UptimeBook(WatchLimits.DEFAULT),
          fleet.clock::nanoTime);

  private List<String> lines(Viewing viewing, int height, String... messages) {
    var rows = viewing.rows(fleet.view().senders(), _ -> 0);
    return new LiveTable(observatory, SCREEN).lines(viewing, rows, List.of(messages), height);
  }

  @Test
  void showsWhoIsInTroubleFirstAndHowLongItIsSilent() {
    fleet.with("web", SenderState.UP).with("db", SenderState.UP).with("nas", SenderState.UP);
    fleet.happen("db", Happening.DOWN, Duration.ofSeconds(3));
    fleet.happen("nas", Happening.LATE, Duration.ofMillis(1500));
    fleet.mute("db", fleet.clock.instant().plusSeconds(3600));
    var lines = lines(Viewing.FIRST, 24, "hook page failed");
    assertEquals("1 up  1 late  1 down  12.5 beats/s  3 dropped by us  7 rejected", lines.get(0));
    assertEquals("sorted by trouble", lines.get(1));
    assertTrue(lines.get(3).startsWith(">  down   db   ████████████ 3s"), lines.get(3));
    assertTrue(lines.get(3).endsWith("muted until 2026-11-20 19:00:00 UTC"), lines.get(3));
    assertTrue(lines.get(4).startsWith("   late   nas  ██████"), lines.get(4));
    assertTrue(lines.get(5).startsWith("   up     web"), lines.get(5));
    assertEquals("hook page failed", lines.get(6));
    assertTrue(lines.get(7).startsWith("q quit"));
  }

  @Test
  void ofMoreThanTheWindowHoldsThoseAroundTheSelectedAreShown() {
    for (int i = 100; i < 200; i++) fleet.with("s" + i, SenderState.UP);
    var lines = lines(new Viewing(Viewing.Order.NAME, "", false, "s150"), 10);
    assertEquals(10, lines.size());
    assertTrue(lines.stream().anyMatch(line -> line.startsWith(">  up     s150")), lines::toString);
  }

  @Test
  void aBlindMonitorAndAnEmptyOneSayWhatTheyAre() {
    fleet.blind(true);
    assertTrue(lines(Viewing.FIRST, 24).get(0).startsWith("no senders yet"));
    assertTrue(lines(Viewing.FIRST, 24).get(1).startsWith("BLIND"));
  }
}
