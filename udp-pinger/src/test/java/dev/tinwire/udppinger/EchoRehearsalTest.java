package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a keyed echo server does before anybody asks it. */
final class EchoRehearsalTest {
  private final StampKey key = new StampKey(new byte[32]);

  @Test
  void eachPacketIsAnsweredAsARealOneWouldBe() {
    assertEquals(200, EchoRehearsal.run(key, 200, System.nanoTime() + 60_000_000_000L));
  }

  @Test
  void whenTheTimeIsOverItEnds() {
    assertEquals(0, EchoRehearsal.run(key, 200, System.nanoTime() - 1));
  }
}
