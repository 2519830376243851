package dev.tinwire.heartbeat;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.TooLong;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** Where the uptime books are kept over the end of the monitor. */
record UptimeFile(Path path) {
  private static final int MAX_BYTES = 256 << 20;

  /** Beside a snapshot: the same name with {@code .uptime} behind it. */
  static UptimeFile beside(Path snapshot) {
    return new UptimeFile(snapshot.resolveSibling(snapshot.getFileName() + ".uptime"));
  }

  /** Fills the books, if there is a file. */
  void read(UptimeBook books, WatchLimits limits, Instant now) throws IOException {
    if (!Files.exists(path)) return;
    try (var in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) throw new TooLong(path.toString(), MAX_BYTES);
      var json = Json.parse(new String(bytes, StandardCharsets.UTF_8), MAX_BYTES);
      UptimeJson.read(json, books, limits, now);
    } catch (Malformed e) {
      String name = Visible.of(path.toString());
      throw new WireException(
          name + " is no uptime file (" + e.getMessage() + "); move it away to begin anew", e);
    }
  }

  /** Replaces the file whole or not at all. */
  void write(UptimeBook books, Instant now) throws IOException {
    Path target = path.toAbsolutePath();
    Path neighbour = target.resolveSibling("." + target.getFileName() + ".tmp");
    try {
      Files.writeString(neighbour, books.json(now).print() + "\n");
      Files.move(neighbour, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(neighbour);
    }
  }
}
