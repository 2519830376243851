package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T13:14:15.5Z");

  @TempDir Path folder;

  /** Said to have changed so long ago, whatever is in it. */
  private int sum(Checksums checksums, String name, String content, Duration ago)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    var changed = NOW.minus(ago);
    try (var channel = FileChannel.open(file)) {
      var state = new FileState(content.length(), changed, changed, name);
      return checksums.of(new Resource.OnDisk(name, state, channel));
    }
  }

  private static int crc(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return (int) crc.getValue();
  }

  @Test
  void ofAFileThatStaysAsItIsIsReadOnce() throws IOException {
    var checksums = new Checksums(10, () -> NOW);
    Duration hour = Duration.ofHours(1);
    assertEquals(crc("one"), sum(checksums, "a", "one", hour));
    assertEquals(crc("one"), sum(checksums, "a", "two", hour)); // not looked at
    assertEquals(crc("three"), sum(checksums, "a", "three", hour)); // its size is another
    assertEquals(crc("two"), sum(checksums, "b", "two", hour));
  }

  /** It may change once more and look the same. */
  @Test
  void ofAFileThatHasJustChangedIsNotRemembered() throws IOException {
    var checksums = new Checksums(10, () -> NOW);
    assertEquals(crc("one"), sum(checksums, "a", "one", Duration.ofMillis(5)));
    assertEquals(crc("two"), sum(checksums, "a", "two", Duration.ofMillis(5)));
  }

  @Test
  void theOneAskedForLongestAgoIsForgotten() throws IOException {
    var checksums = new Checksums(2, () -> NOW);
    Duration hour = Duration.ofHours(1);
    for (String name : new String[] {"a", "b", "a", "c"}) sum(checksums, name, "one", hour);
    assertEquals(crc("one"), sum(checksums, "a", "two", hour));
    assertEquals(crc("two"), sum(checksums, "b", "two", hour));
  }

  @Test
  void ofManyBlocksIsThatOfAll() throws IOException {
    String long_ = "0123456789".repeat(60_000);
    assertEquals(crc(long_), sum(new Checksums(1, () -> NOW), "a", long_, Duration.ofHours(1)));
  }
}
