package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UptimeFileTest {
  private final TestFleet fleet = TestFleet.now();
  private final UptimeBook books = new UptimeBook(WatchLimits.DEFAULT);

  @Test
  void standsBesideTheSnapshotAndIsReplacedWhole(@TempDir Path folder) throws IOException {
    var file = UptimeFile.beside(folder.resolve("fleet.json"));
    fleet.with("a", SenderState.UP);
    books.note(fleet.view());
    fleet.clock.advance(Duration.ofHours(3));
    books.note(fleet.happen("a", Happening.DOWN, Duration.ofHours(1)));
    file.write(books, fleet.clock.instant());
    assertEquals(List.of("fleet.json.uptime"), List.of(folder.toFile().list()));
    var read = new UptimeBook(WatchLimits.DEFAULT);
    file.read(read, WatchLimits.DEFAULT, fleet.clock.instant());
    assertEquals(1, read.downtimes("a").size());
    assertEquals("no beat in time", read.downtimes("a").getFirst().why());
  }

  @Test
  void whoFlappedFlapsStillAfterARestart(@TempDir Path folder) throws IOException {
    var file = UptimeFile.beside(folder.resolve("f"));
    Instant now = fleet.clock.instant();
    for (int i = 0; i < 3; i++) books.flaps().fell("a", now);
    books.flaps().fell("b", now);
    file.write(books, now);
    var read = new UptimeBook(WatchLimits.DEFAULT);
    file.read(read, WatchLimits.DEFAULT, now);
    assertTrue(read.flaps().flapping("a", now));
    assertFalse(read.flaps().flapping("b", now));
    assertEquals(books.flaps().all(), read.flaps().all());
  }

  @Test
  void aFileOfAnOlderVersionHasNoFlaps(@TempDir Path folder) throws IOException {
    var file = UptimeFile.beside(folder.resolve("f"));
    file.write(books, fleet.clock.instant());
    String text = Files.readString(file.path());
    Files.writeString(file.path(), text.replace("\"flaps\":{},", ""));
    file.read(books, WatchLimits.DEFAULT, fleet.clock.instant());
    assertEquals(Map.of(), books.flaps().all());
  }

  @Test
  void aFileThatIsNoneIsSaidAndLeftAsItIs(@TempDir Path folder) throws IOException {
    var file = UptimeFile.beside(folder.resolve("f"));
    Files.writeString(file.path(), "{\"uptime\":9}");
    var refused =
        assertThrows(
            WireException.class,
            () -> file.read(books, WatchLimits.DEFAULT, fleet.clock.instant()));
    assertTrue(String.valueOf(refused.getMessage()).contains("made by a newer program"));
    assertEquals("{\"uptime\":9}", Files.readString(file.path()));
  }

  @Test
  void aSenderThatIsUpAgainWhenTheMonitorStartsIsDownNoMore(@TempDir Path folder)
      throws IOException {
    var file = UptimeFile.beside(folder.resolve("f"));
    fleet.with("a", SenderState.UP);
    books.note(fleet.happen("a", Happening.DOWN, Duration.ZERO));
    file.write(books, fleet.clock.instant());
    fleet.clock.advance(Duration.ofHours(1));
    fleet.with("a", SenderState.UP);
    var read = new UptimeBook(WatchLimits.DEFAULT);
    file.read(read, WatchLimits.DEFAULT, fleet.clock.instant());
    read.note(fleet.view());
    assertTrue(read.downtimes("a").getFirst().to().isPresent());
  }
}
