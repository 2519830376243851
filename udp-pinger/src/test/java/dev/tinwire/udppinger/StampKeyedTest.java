package dev.tinwire.udppinger;

import static dev.tinwire.udppinger.Octets.T1;
import static dev.tinwire.udppinger.Octets.T2;
import static dev.tinwire.udppinger.Octets.T3;
import static dev.tinwire.udppinger.StampLayout.KEYED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Authenticated STAMP, octet by octet (RFC 8762 §4.2.2, §4.3.2); HMACs as Python computes them. */
final class StampKeyedTest {
  private static final byte[] SECRET =
      HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
  private static final String REQUEST =
      """
      00000007                          #  0 Sequence Number
      000000000000000000000000          #  4 MBZ
      eb2f5d00 80000000                 # 16 Timestamp
      1601 abcd                         # 24 Error Estimate, SSID
      00000000                          # 28 MBZ
      00000000000000000000000000000000  # 32
      00000000000000000000000000000000  # 48
      00000000000000000000000000000000  # 64
      00000000000000000000000000000000  # 80
      e9864627e8002640602d5df46a20483d  # 96 HMAC
      """;
  private static final String REPLY =
      """
      00000003                          #  0 Sequence Number
      000000000000000000000000          #  4 MBZ
      eb2f5d00 80002000                 # 16 Timestamp
      1601 abcd                         # 24 Error Estimate, SSID
      00000000                          # 28 MBZ
      eb2f5d00 80001000                 # 32 Receive Timestamp
      0000000000000000                  # 40 MBZ
      00000007                          # 48 Session-Sender Sequence Number
      000000000000000000000000          # 52 MBZ
      eb2f5d00 80000000                 # 64 Session-Sender Timestamp
      1601 000000000000                 # 72 Session-Sender Error Estimate, MBZ
      40 000000000000000000000000000000 # 80 Session-Sender TTL, MBZ
      d829c3d28ed8d37a8156c82302672455  # 96 HMAC
      """;

  private final StampKey key = new StampKey(SECRET);

  @Test
  void theSendersPacketIsAsDrawn() {
    ByteBuffer packet = ByteBuffer.allocate(112);
    StampRequest.begin(KEYED, packet, 112, 7, (short) 0xabcd);
    StampRequest.stamp(KEYED, packet, T1);
    key.sign(packet);
    assertEquals(Octets.hex(REQUEST), Octets.hex(packet, 112));
  }

  @Test
  void theReflectorsPacketIsAsDrawn() {
    ByteBuffer packet = Octets.of(REQUEST);
    StampReflection.turn(KEYED, packet, 112, 3, T2, 64);
    StampReflection.stamp(KEYED, packet, T3);
    key.sign(packet);
    assertEquals(Octets.hex(REPLY), Octets.hex(packet, 112));
  }

  @Test
  void whatTheSenderLeftInTheGapsIsCleared() {
    ByteBuffer packet = ByteBuffer.allocate(112);
    for (int i = 0; i < 112; i++) packet.put(i, (byte) 0xff);
    ByteBuffer request = Octets.of(REQUEST);
    packet.put(0, request, 0, 4).put(16, request, 16, 12);
    StampReflection.turn(KEYED, packet, 112, 3, T2, 64);
    StampReflection.stamp(KEYED, packet, T3);
    key.sign(packet);
    assertEquals(Octets.hex(REPLY), Octets.hex(packet, 112));
  }

  @Test
  void anyOctetChangedIsNoticed() {
    assertTrue(key.verifies(Octets.of(REPLY), 112));
    for (int at = 0; at < 112; at++) {
      ByteBuffer damaged = Octets.of(REPLY);
      damaged.put(at, (byte) (damaged.get(at) ^ 1));
      assertFalse(key.verifies(damaged, 112), "octet " + at);
    }
    assertFalse(key.verifies(Octets.of(REPLY), 111));
  }

  @Test
  void anotherKeyDoesNotVerify() {
    byte[] other = SECRET.clone();
    other[31] ^= 1;
    assertFalse(new StampKey(other).verifies(Octets.of(REPLY), 112));
    assertTrue(key.copy().verifies(Octets.of(REPLY), 112));
  }

  @Test
  void theFieldsOfAReplyAreRead() {
    ByteBuffer reply = Octets.of(REPLY);
    assertEquals(3, KEYED.sequence(reply));
    assertEquals(T3, KEYED.time(reply));
    assertEquals(T2, KEYED.received(reply));
    assertEquals(7, KEYED.senderSequence(reply));
    assertEquals(T1, KEYED.senderTime(reply));
    assertEquals(64, KEYED.ttl(reply));
    assertTrue(StampReply.isIntact(KEYED, reply, 112, 112, T1, (short) 0xabcd));
  }
}
