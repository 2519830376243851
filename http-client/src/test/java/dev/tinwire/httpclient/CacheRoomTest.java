package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has to leave the folder of a cache, and who must not. */
class CacheRoomTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String KEY = "0123456789abcdef".repeat(2);

  @TempDir Path folder = Path.of("");

  private void file(String name, int bytes, Duration age) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, new byte[bytes]);
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
  }

  private List<String> left(long most) throws IOException {
    new CacheRoom(folder, most, () -> NOW).make();
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString().replace(KEY + ".", "")).sorted().toList();
    }
  }

  @Test
  void theOldestGoWithTheirBodies() throws IOException {
    for (int i = 1; i <= 3; i++) {
      file(KEY + "." + i + ".head", 10, Duration.ofDays(i));
      file(KEY + "." + i + ".body", 90, Duration.ofDays(i));
    }
    assertEquals(List.of("1.body", "1.head", "2.body", "2.head"), left(250));
  }

  @Test
  void whatAKilledRunLeftIsSweptAfterAWhile() throws IOException {
    file(KEY + ".old.body", 10, CacheRoom.ORPHANED.plusSeconds(1));
    file(KEY + ".old.x.tmp", 10, CacheRoom.ORPHANED.plusSeconds(1));
    file(KEY + ".new.body", 10, CacheRoom.ORPHANED.minusSeconds(1)); // another run is writing it
    file(KEY + ".new.x.tmp", 10, Duration.ZERO);
    file(KEY + ".good.body", 10, Duration.ofDays(9));
    file(KEY + ".good.head", 10, Duration.ofDays(9));
    assertEquals(List.of("good.body", "good.head", "new.body", "new.x.tmp"), left(1000));
  }

  @Test
  void whatIsNotOursStays() throws IOException {
    file("holiday.body", 5000, Duration.ofDays(900));
    file("notes.tmp", 5000, Duration.ofDays(900));
    file(KEY + ".txt", 5000, Duration.ofDays(900));
    assertEquals(3, left(10).size());
  }
}
