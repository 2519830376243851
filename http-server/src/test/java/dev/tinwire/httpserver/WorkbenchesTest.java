package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Large workbenches are few, and nobody waits for one. */
class WorkbenchesTest {
  private final Workbenches benches = new Workbenches();

  @Test
  void theOneThatCameBackLastIsLentFirst() {
    Workbench first = benches.take();
    Workbench second = benches.take();
    assertNotSame(first, second);
    benches.giveBack(second);
    benches.giveBack(first);
    assertSame(first, benches.take());
    assertSame(second, benches.take());
  }

  @Test
  void whoComesWhenAllAreTakenGetsASmallOne() {
    var taken = new ArrayList<Workbench>();
    for (int i = 0; i < Workbenches.MOST; i++) taken.add(benches.take());
    for (Workbench large : taken) {
      assertNotNull(large.tray());
      assertEquals(Workbench.PIECE, large.block().length);
    }
    for (int i = 0; i < 3; i++) {
      Workbench small = benches.take();
      assertNull(small.tray());
      assertEquals(Workbench.RECORD, small.block().length);
      benches.giveBack(small);
    }
    taken.forEach(benches::giveBack);
    var again = new HashSet<Workbench>();
    for (int i = 0; i < Workbenches.MOST; i++) again.add(benches.take());
    assertEquals(new HashSet<>(taken), again, "none was lost, and no small one kept");
    assertNull(benches.take().tray());
  }

  @Test
  void aTrayHasRoomForTheSmallestRecordsThatAClientMayAskFor() {
    int records = Math.ceilDiv(Workbench.PIECE, Workbench.LEAST);
    int room = Objects.requireNonNull(benches.take().tray()).capacity();
    assertTrue(room >= Workbench.PIECE + records * Workbench.AROUND, () -> room + " bytes");
  }
}
