package dev.tinwire.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class FakeClockTest {
  private final FakeClock clock = new FakeClock(Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  void standsStillUntilItIsMoved() {
    long before = clock.nanoTime();
    assertEquals(before, clock.nanoTime());
    clock.advance(Duration.ofMillis(1500));
    assertEquals(Instant.parse("2026-01-01T00:00:01.500Z"), clock.instant());
    assertEquals(1_500_000_000L, clock.nanoTime() - before);
  }

  @Test
  void theNanosecondCounterOverflowsSoon() {
    long before = clock.nanoTime();
    clock.advance(Duration.ofSeconds(2));
    assertTrue(clock.nanoTime() < before);
    assertEquals(2_000_000_000L, clock.nanoTime() - before);
  }

  @Test
  void timeDoesNotGoBack() {
    assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofNanos(-1)));
  }

  @Test
  void sleepersWakeWhenTheirTimeHasCome() throws InterruptedException {
    List<Integer> awake = new CopyOnWriteArrayList<>();
    Thread one = sleeper(1, awake);
    Thread three = sleeper(3, awake);
    clock.awaitSleepers(2);
    clock.advance(Duration.ofSeconds(2));
    one.join();
    assertEquals(List.of(1), awake);
    assertEquals(1, clock.sleepers());
    clock.advance(Duration.ofSeconds(1));
    three.join();
    assertEquals(List.of(1, 3), awake);
  }

  @Test
  void anInterruptedSleeperIsGone() throws InterruptedException {
    List<Integer> awake = new CopyOnWriteArrayList<>();
    Thread sleeper = sleeper(1, awake);
    clock.awaitSleepers(1);
    sleeper.interrupt();
    sleeper.join();
    assertEquals(0, clock.sleepers());
    assertFalse(awake.contains(1));
  }

  private Thread sleeper(int seconds, List<Integer> awake) {
    return Thread.startVirtualThread(() -> {
      try {
        clock.sleep(Duration.ofSeconds(seconds));
        awake.add(seconds);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }
}
