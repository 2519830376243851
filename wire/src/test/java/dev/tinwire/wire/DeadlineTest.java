package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 3); // about to wrap

  private Deadline in(long nanos) {
    return Deadline.in(Duration.ofNanos(nanos), clock::get);
  }

  @ParameterizedTest(name = "{0} allowed, {1} later: {2} remain, passed {3}")
  @CsvSource(
      textBlock =
          """
          # allowed, later, remain, passed
          10,        0,     10,     false
          10,        9,     1,      false
          10,        10,    0,      true
          10,        11,    0,      true
          0,         0,     0,      true
          -5,        0,     0,      true
          """)
  void remainingIsCountedDownToNothing(long allowed, long later, long remain, boolean passed) {
    Deadline deadline = in(allowed);
    clock.addAndGet(later);
    assertEquals(Duration.ofNanos(remain), deadline.remaining());
    assertEquals(passed, deadline.passed());
    assertEquals(Duration.ofNanos(allowed), deadline.allowed());
  }

  @Test
  void neverIsNever() throws TimedOut {
    assertFalse(Deadline.never().passed());
    Deadline.never().check("waiting");
  }

  @Test
  void moreThanTheClockCanCountIsAVeryLongTime() {
    Deadline deadline = Deadline.in(Duration.ofSeconds(Long.MAX_VALUE), clock::get);
    clock.addAndGet(Duration.ofDays(36500).toNanos());
    assertFalse(deadline.passed());
  }

  @Test
  void checkSaysHowLongAndAtWhat() throws TimedOut {
    Deadline deadline = in(10);
    deadline.check("reading the greeting");
    clock.addAndGet(10);
    var e = assertThrows(TimedOut.class, () -> deadline.check("reading the greeting"));
    assertEquals(
        "timed out after " + Durations.print(Duration.ofNanos(10)) + " while reading the greeting",
        e.getMessage());
  }

  @Test
  void theSoonerOfTwoWins() {
    Deadline deadline = in(10);
    assertSame(deadline, deadline.orSooner(Duration.ofNanos(10)));
    Deadline sooner = deadline.orSooner(Duration.ofNanos(4));
    clock.addAndGet(4);
    assertTrue(sooner.passed());
    assertFalse(deadline.passed());
    assertFalse(Deadline.never().orSooner(Duration.ofMinutes(1)).passed());
  }
}
