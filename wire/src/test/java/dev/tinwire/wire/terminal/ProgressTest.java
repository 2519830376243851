package dev.tinwire.wire.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Screen LIVE = new Screen(true, 80, false, true);
  private static final int MEBI = 1 << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may overflow

  private Progress begin(Screen screen, OptionalLong total) {
    return new Progress(out, screen, clock::get, "disk.iso", Progress.Unit.BYTES, total);
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  private String printed() {
    String text = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return text;
  }

  @Test
  void oneLineIsRedrawnOnALiveScreenAndReplacedByASummary() {
    try (var progress = begin(LIVE, OptionalLong.of(10 * MEBI))) {
      pass(Duration.ofSeconds(1));
      progress.add(2 * MEBI);
      assertEquals(
          "\rdisk.iso   20 %  ███▊                 2.0 MiB of 10.0 MiB  2.0 MiB/s  0:04 left\033[K",
          printed());
      pass(Duration.ofSeconds(1));
      progress.add(8 * MEBI);
      assertEquals(
          "\rdisk.iso  100 %  ████████████████████  10.0 MiB  5.0 MiB/s  0:00 left\033[K",
          printed());
      progress.finish();
    }
    assertEquals("\r\033[Kdisk.iso  10.0 MiB in 2.0 s (5.0 MiB/s)\n", printed());
  }

  @Test
  void theBarTakesTheRoomThatIsLeft() {
    var narrow = new Screen(true, 50, false, false);
    var line =
        new ProgressLine(
            "disk.iso",
            Progress.Unit.ITEMS,
            5,
            OptionalLong.of(10),
            OptionalDouble.of(1),
            Duration.ofSeconds(5));
    assertEquals("disk.iso   50 %  ###    5 of 10  1.0/s  0:05 left", line.running(narrow));
    assertEquals(
        "disk.iso   50 %  5 of 10  1.0/s  0:05 left", line.running(narrow.withColumns(45)));
  }

  @Test
  void isRedrawnAtMostTenTimesASecond() {
    try (var progress = begin(LIVE, OptionalLong.empty())) {
      for (int i = 0; i < 10_000; i++) {
        pass(Duration.ofMillis(1));
        progress.add(1);
      }
    }
    assertEquals(100 + 1, printed().chars().filter(c -> c == '\r').count());
  }

  @Test
  void aPipeGetsAPlainLineEveryTenSeconds() {
    try (var progress = begin(Screen.PLAIN, OptionalLong.of(100 * MEBI))) {
      for (int i = 0; i < 25; i++) {
        pass(Duration.ofSeconds(1));
        progress.add(MEBI);
      }
      progress.finish();
    }
    assertEquals(
        """
        disk.iso   10 %  ##                    10.0 MiB of 100 MiB  1.0 MiB/s  1:30 left
        disk.iso   20 %  ####                  20.0 MiB of 100 MiB  1.0 MiB/s  1:20 left
        disk.iso  25.0 MiB of 100 MiB in 25.0 s (1.0 MiB/s)
        """,
        printed());
  }

  @Test
  void aShortJobInAPipeIsOneLine() {
    try (var progress = begin(Screen.PLAIN, OptionalLong.empty())) {
      progress.add(3);
      progress.finish();
      progress.finish();
    }
    assertEquals("disk.iso  3 B in 0.0 s\n", printed());
  }

  @Test
  void anUnknownTotalShowsAmountAndRate() {
    try (var progress = begin(LIVE, OptionalLong.empty())) {
      pass(Duration.ofSeconds(2));
      progress.add(MEBI);
    }
    assertEquals("\rdisk.iso  1.0 MiB  512 KiB/s\033[K\r\033[K", printed());
  }

  @Test
  void theRateIsThatOfTheLastFiveSeconds() {
    try (var progress = begin(LIVE, OptionalLong.empty())) {
      for (int i = 0; i < 20; i++) {
        pass(Duration.ofSeconds(1));
        progress.add(i < 10 ? MEBI : 0);
      }
    }
    assertTrue(printed().contains("10.0 MiB  0 B/s\033[K\r"));
  }

  @Test
  void nothingIsDrawnAfterTheEnd() {
    var progress = begin(LIVE, OptionalLong.empty());
    progress.close();
    pass(Duration.ofSeconds(1));
    progress.add(1);
    assertEquals("", printed());
  }

  @Test
  void noAdditionOfManyThreadsIsLost() throws InterruptedException {
    var progress = begin(Screen.PLAIN, OptionalLong.empty());
    var threads = new Thread[8];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Thread.startVirtualThread(() -> {
            for (int j = 0; j < 1000; j++) progress.add(1);
          });
    }
    for (var thread : threads) thread.join();
    progress.finish();
    assertTrue(printed().startsWith("disk.iso  7.8 KiB in"));
  }

  @Property
  void anyLineFitsTheScreenAndIsOneLine(
      @ForAll String label, @ForAll long done, @ForAll long total, @ForAll double rate) {
    var line =
        new ProgressLine(
                label,
                Progress.Unit.ITEMS,
                done,
                OptionalLong.of(total),
                OptionalDouble.of(rate),
                Duration.ofSeconds(1))
            .running(LIVE);
    assertTrue(DisplayWidth.of(line) < LIVE.columns(), line);
    assertTrue(line.codePoints().noneMatch(Character::isISOControl), line);
  }
}
