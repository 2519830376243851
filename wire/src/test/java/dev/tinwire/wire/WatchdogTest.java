package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What the watchdog does when, on a clock moved by hand and without its thread. */
class WatchdogTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5); // about to wrap
  private final Watchdog watchdog = new Watchdog(clock::get);
  private final List<String> closed = new ArrayList<>();

  private Guard arm(String name, long nanos) {
    return watchdog.arm(Deadline.in(Duration.ofNanos(nanos), clock::get), () -> closed.add(name));
  }

  private void advance(long nanos) {
    clock.addAndGet(nanos);
    watchdog.expire();
  }

  @Test
  void firesWhenTheDeadlinePassesAndNotBefore() {
    Guard guard = arm("socket", 10);
    advance(9);
    assertFalse(guard.fired());
    advance(1);
    assertTrue(guard.fired());
    assertEquals(List.of("socket"), closed);
  }

  @Test
  void firesInTheOrderOfTheDeadlinesNotOfArming() {
    arm("late", 20);
    arm("soon", 10);
    arm("soon too", 10);
    advance(30);
    assertEquals(List.of("soon", "soon too", "late"), closed);
  }

  @Test
  void aClosedGuardNeverFires() {
    Guard guard = arm("socket", 10);
    guard.close();
    advance(10);
    assertFalse(guard.fired());
    assertEquals(List.of(), closed);
  }

  @Test
  void closingAGuardAfterItFiredChangesNothing() {
    Guard guard = arm("socket", 10);
    advance(10);
    guard.close();
    assertTrue(guard.fired());
  }

  @Test
  void aGuardWithoutEndNeverFires() {
    Guard guard = watchdog.arm(Deadline.never(), () -> closed.add("socket"));
    advance(Duration.ofDays(365).toNanos());
    assertFalse(guard.fired());
  }

  @Test
  void aSocketThatCannotBeClosedDoesNotHinderTheOthers() {
    Closeable broken =
        () -> {
          throw new IllegalStateException("broken");
        };
    watchdog.arm(Deadline.in(Duration.ofNanos(5), clock::get), broken);
    arm("socket", 10);
    advance(10);
    assertEquals(List.of("socket"), closed);
  }

  @Test
  void onlyAnErrorTheGuardCausedBecomesTimedOut() {
    var broken = new IOException("Connection reset");
    Guard guard = arm("socket", 10);
    assertSame(broken, guard.explained(broken, "reading"));
    advance(10);
    IOException explained = guard.explained(broken, "reading");
    assertInstanceOf(TimedOut.class, explained);
    assertSame(broken, explained.getCause());
    assertSame(explained, guard.explained(explained, "waiting for something larger"));
  }

  @Test
  void anExchangeThatSucceedsInTimeGivesItsResult() throws IOException {
    Deadline deadline = Deadline.in(Duration.ofMinutes(1));
    assertEquals("220", Watchdog.within(deadline, () -> closed.add("x"), "reading", () -> "220"));
    assertEquals(List.of(), closed);
  }

  @Test
  void anExchangeIsNotBegunWhenTheDeadlineHasPassed() {
    Deadline deadline = Deadline.in(Duration.ZERO, clock::get);
    assertThrows(
        TimedOut.class,
        () -> Watchdog.within(deadline, () -> {}, "reading", () -> closed.add("begun")));
    assertEquals(List.of(), closed);
  }
}
