package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayDeque;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two clocks that agree but for a constant; reading them takes time, sometimes much. */
final class WallClockTest {
  private static final long EPOCH = 1_767_225_600_000_000_000L;

  /** How long each next reading of the wall clock takes, in ns, half before and half after. */
  private final ArrayDeque<Long> delays = new ArrayDeque<>();

  private final VirtualClock monotonic = new VirtualClock();

  /** Since the begin. */
  private long now() {
    return monotonic.nanoTime() - VirtualClock.BEGIN;
  }

  private Instant wall() {
    Instant instant = Instant.ofEpochSecond(EPOCH / 1_000_000_000, now());
    Long delay = delays.poll();
    monotonic.pass(delay == null ? 0 : delay);
    return instant;
  }

  @ParameterizedTest(name = "held up for {0} ns at first, then {1}: wrong by {2}")
  @CsvSource({
    "0, 0, 0",
    "1000, 0, 500",
    "80000000, 0, 0",
    "80000000, 1000, 500",
    "80000000, 10000, 0",
  })
  void whoeverIsHeldUpBetweenTheTwoClocksReadsThemAgain(long first, long second, long wrong) {
    delays.add(first);
    delays.add(second);
    var clock = new WallClock(monotonic, this::wall);
    assertEquals(wrong, EPOCH + now() - clock.getAsLong());
  }

  @ParameterizedTest(name = "held up {0} times for a millisecond")
  @CsvSource({"5", "9"})
  void butNotWithoutEnd(int times) {
    for (int i = 0; i < times; i++) delays.add(1_000_000L - i);
    var clock = new WallClock(monotonic, this::wall);
    assertEquals(Math.max(0, times - 5), delays.size());
    assertEquals((1_000_000 - 4) / 2, EPOCH + now() - clock.getAsLong());
  }

  @ParameterizedTest(name = "after {0} ns the wall clock was read {1} times more")
  @CsvSource({"1, 0", "1000000000, 0", "1000000001, 1", "90000000000, 1"})
  void theWallClockIsReadOnceASecond(long after, int times) {
    var clock = new WallClock(monotonic, this::wall);
    for (int i = 0; i < 3; i++) delays.add(0L);
    monotonic.pass(after);
    assertEquals(EPOCH + after, clock.at(monotonic.nanoTime()));
    assertEquals(3 - times, delays.size());
    assertEquals(EPOCH + after, clock.getAsLong());
    assertEquals(3 - times, delays.size());
  }
}
