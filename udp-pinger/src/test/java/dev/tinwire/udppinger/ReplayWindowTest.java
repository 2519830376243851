package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ReplayWindowTest {
  private final ReplayWindow window = new ReplayWindow();

  @Test
  void laterTimesAreNewAndTheSameOnesAreNot() {
    for (long time = 1; time <= 1000; time++) {
      assertTrue(window.accept(time));
      assertFalse(window.accept(time));
    }
    for (long time = 1; time <= 1000; time++) assertFalse(window.accept(time));
  }

  @Test
  void whatWasOvertakenIsNewOnce() {
    assertTrue(window.accept(10));
    assertTrue(window.accept(30));
    assertTrue(window.accept(20));
    assertFalse(window.accept(20));
  }

  @Test
  void whatIsOlderThanTheWindowCountsAsSeen() {
    for (long time = 100; time < 164; time++) assertTrue(window.accept(time));
    assertFalse(window.accept(50));
  }

  @Test
  void theSecondsOf2036AreLaterThanThoseBefore() {
    assertTrue(window.accept(0xffffffff_00000000L));
    assertTrue(window.accept(0x00000000_00000001L));
    assertFalse(window.accept(0xffffffff_00000000L));
  }
}
