package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EchoPayloadTest {
  @Test
  void itIsAsDrawn() {
    ByteBuffer packet = ByteBuffer.allocate(16);
    EchoPayload.write(packet, 16, 0x0102030405060708L, 2);
    // 12 × 31 + 2 × 7 + 8 = 394, which is 8a in one octet; each next is 1f more.
    assertEquals("0102030405060708" + "00000002" + "8aa9c8e7", Octets.hex(packet, 16));
  }

  @Property
  void anyChangeIsNoticed(
      @ForAll @IntRange(min = EchoPayload.LEAST, max = 200) int size,
      @ForAll long nonce,
      @ForAll int sequence,
      @ForAll @IntRange(min = 0, max = 1599) int bit) {
    ByteBuffer packet = ByteBuffer.allocate(size);
    EchoPayload.write(packet, size, nonce, sequence);
    assertEquals(sequence, EchoPayload.sequence(packet));
    assertTrue(EchoPayload.isIntact(packet, size, size, nonce));
    assertFalse(EchoPayload.isIntact(packet, size - 1, size, nonce));
    int at = bit / 8 % size;
    packet.put(at, (byte) (packet.get(at) ^ 1 << bit % 8));
    // A damaged sequence number is another one; without a pattern nothing contradicts it.
    boolean unnoticed = EchoPayload.isIntact(packet, size, size, nonce);
    assertFalse(unnoticed && EchoPayload.sequence(packet) == sequence);
  }
}
