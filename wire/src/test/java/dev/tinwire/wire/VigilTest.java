package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many waits under one guard, on a clock moved by hand and without the watchdog's thread. */
class VigilTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5); // about to wrap
  private final Watchdog watchdog = new Watchdog(clock::get);
  private final List<String> closed = new ArrayList<>();
  private final AtomicInteger armed = new AtomicInteger();
  private final Vigil vigil =
      new Vigil(
          () -> closed.add("socket"),
          clock::get,
          (deadline, raw) -> {
            armed.incrementAndGet();
            return watchdog.arm(deadline, raw);
          });

  private void begin(long nanos) {
    vigil.begin(clock.get() + nanos);
  }

  private void advance(long nanos) {
    clock.addAndGet(nanos);
    watchdog.expire();
  }

  @Test
  void aWaitThatIsTooLongClosesTheSocket() {
    begin(10);
    advance(9);
    assertFalse(vigil.fired());
    advance(1);
    assertTrue(vigil.fired());
    assertEquals(List.of("socket"), closed);
  }

  @Test
  void aThousandWaitsThatEndInTimeTakeOneGuardForEachTimeThatMayPass() {
    for (int i = 0; i < 1000; i++) {
      begin(100);
      advance(1);
      vigil.end();
    }
    assertEquals(List.of(), closed);
    assertTrue(armed.get() <= 11, armed + " guards");
  }

  @Test
  void aWaitIsCountedFromItsOwnBeginning() {
    begin(10);
    advance(5);
    vigil.end();
    begin(10);
    advance(9); // the guard of the first wait has looked meanwhile
    assertFalse(vigil.fired());
    advance(1);
    assertTrue(vigil.fired());
  }

  @Test
  void aShorterWaitAfterALongOneEndsInItsOwnTime() {
    begin(100);
    vigil.end();
    begin(10);
    advance(10);
    assertTrue(vigil.fired());
  }

  @Test
  void whoRestsIsLeftAloneHoweverLong() {
    begin(10);
    vigil.end();
    advance(1000);
    assertFalse(vigil.fired());
    begin(10);
    advance(10);
    assertTrue(vigil.fired());
  }

  @Test
  void aWaitThatIsTooLongAlreadyEndsAtOnce() {
    begin(-3);
    advance(0);
    assertTrue(vigil.fired());
  }

  @Test
  void closedItNeverFiresAndKeepsNoGuard() {
    begin(10);
    vigil.close();
    advance(1000);
    assertFalse(vigil.fired());
    assertEquals(List.of(), closed);
    begin(10);
    vigil.end();
    vigil.close();
    advance(10);
    assertFalse(vigil.fired());
  }
}
