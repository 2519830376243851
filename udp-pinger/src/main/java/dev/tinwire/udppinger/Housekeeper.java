package dev.tinwire.udppinger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Gives back the memory that only the start needed: pages of Java's own files, a third of what a
 * small server else keeps. What comes back in the meantime, with a compiler or a collector that had
 * to do something, goes again, ever more seldom. Works on Linux, where native calls are allowed;
 * elsewhere the memory stays.
 */
final class Housekeeper implements AutoCloseable {
  private static final Duration FIRST = Duration.ofMillis(1500);
  private static final Duration LAST = Duration.ofHours(1);

  private static final Path SMAPS = Path.of("/proc/self/smaps");

  private final Thread thread =
      Thread.ofPlatform().daemon().name("housekeeper").unstarted(Housekeeper::run);

  private Housekeeper() {}

  /** Begins, on a thread of its own. */
  static Housekeeper start() {
    var housekeeper = new Housekeeper();
    if (Native.obstacle().isEmpty()) housekeeper.thread.start();
    return housekeeper;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private static void run() {
    try {
      Duration pause = FIRST;
      while (pause.compareTo(LAST) < 0) {
        Thread.sleep(pause);
        long _ = tidy();
        pause = pause.multipliedBy(3).dividedBy(2);
      }
    } catch (InterruptedException | IOException _) {
      // Whoever forbids it, or has no such file, keeps a larger process; nothing else.
    }
  }

  /**
   * Does it now. Packets do not wait for it: what answers them is compiled code in memory of our
   * own, which is not touched.
   *
   * @return octets of address space whose pages went
   */
  static long tidy() throws IOException {
    long given = 0;
    for (SparePages pages : SparePages.among(Files.readAllLines(SMAPS, ISO_8859_1))) {
      var at = MemorySegment.ofAddress(pages.address());
      if (Pages.forget(at, pages.length())) given += pages.length();
    }
    return given;
  }
}
