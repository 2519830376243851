package dev.tinwire.heartbeat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many datagrams the kernel threw away because our socket was full: the last column of {@code
 * /proc/net/udp} and {@code udp6}. A monitor that does not look there blames its senders for what
 * it lost itself. Elsewhere than on Linux nothing is known.
 */
final class KernelDrops {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/udp"), Path.of("/proc/net/udp6"));

  private static final Pattern BLANKS = Pattern.compile(" +");

  private final List<Path> tables;
  private final String port;
  private long seen;

  KernelDrops(int port) {
    this(port, TABLES);
  }

  KernelDrops(int port, List<Path> tables) {
    this.tables = tables;
    this.port = String.format(Locale.ROOT, ":%04X", port);
    seen = total();
  }

  /** How many more since it was last asked. */
  long more() {
    long total = total();
    long more = Math.max(0, total - seen);
    seen = total;
    return more;
  }

  private long total() {
    long total = 0;
    for (Path table : tables) {
      try (Stream<String> lines = Files.lines(table)) {
        total += lines.mapToLong(this::drops).sum();
      } catch (IOException | UncheckedIOException _) {
        // Not Linux, or not to be read here: then nobody can know.
      }
    }
    return total;
  }

  /** Of one line, if it is a socket of ours. Others on the same port at another address may be. */
  private long drops(String line) {
    String[] cells = BLANKS.split(line.strip(), -1);
    if (cells.length < 13 || !cells[1].endsWith(port) || !isUnconnected(cells[2])) return 0;
    try {
      return Long.parseLong(cells[cells.length - 1]);
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private static boolean isUnconnected(String remote) {
    return remote.replace("0", "").equals(":");
  }
}
