package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

final class CatchRingTest {
  private final CatchRing ring = new CatchRing();
  private final Pacer clock = Pacer.system();

  @Test
  void nothingIsOverwrittenBeforeItWasRead() {
    Catch first = ring.claim(clock, clock.nanoTime());
    ring.publish();
    int room = 1;
    for (; ring.claim(clock, clock.nanoTime()) != null; room++) ring.publish();
    assertNull(ring.claim(clock, clock.nanoTime() + 1_000_000), "also not after a moment");
    assertSame(first, ring.peek());
    ring.release();
    assertSame(first, ring.claim(clock, clock.nanoTime()), "its place is free again");
    ring.publish();
    for (int i = 0; i < room; i++, ring.release()) assertNotNull(ring.peek());
    assertNull(ring.peek());
  }
}
