package dev.tinwire.heartbeat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Gives each run of a sender a boot id that is above that of the run before, also when the clock
 * was set back in between: the last one is kept in a small file.
 */
final class BootFile {
  /** What a boot id of twelve hexadecimal digits can be at most. */
  private static final long HIGHEST = 0xffff_ffff_ffffL;

  private BootFile() {}

  /** Where it is, as the XDG base directory specification has it. */
  static Path usual(Map<String, String> environment) {
    String state = environment.get("XDG_STATE_HOME");
    Path folder =
        state != null && state.startsWith("/")
            ? Path.of(state)
            : Path.of(System.getProperty("user.home"), ".local", "state");
    return folder.resolve("tinwire").resolve("beat-boot");
  }

  /** The next id, milliseconds since 1970 if the clock is right. */
  static long next(Path file, long millis) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (var channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      // In place and under a lock: two that start at once must not get the same.
      long next = Math.min(HIGHEST, Math.max(millis, last(channel) + 1));
      String fixed = String.format("%012x%n", next);
      channel.write(ByteBuffer.wrap(fixed.getBytes(StandardCharsets.US_ASCII)), 0);
      return lock.isValid() ? next : millis;
    }
  }

  /** 0 if there is none; a damaged one counts as none. */
  private static long last(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(12);
    if (channel.read(bytes, 0) < 12) return 0;
    try {
      return Long.parseLong(new String(bytes.array(), StandardCharsets.US_ASCII), 16);
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
