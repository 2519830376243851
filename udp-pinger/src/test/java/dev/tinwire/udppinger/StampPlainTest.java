package dev.tinwire.udppinger;

import static dev.tinwire.udppinger.Octets.T1;
import static dev.tinwire.udppinger.Octets.T2;
import static dev.tinwire.udppinger.Octets.T3;
import static dev.tinwire.udppinger.StampLayout.PLAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Unauthenticated STAMP, octet by octet (RFC 8762 §4.2.1, §4.3.1; SSID by RFC 8972 §3). */
final class StampPlainTest {
  private static final String REQUEST =
      """
      00000007                  #  0 Sequence Number
      eb2f5d00 80000000         #  4 Timestamp
      1601                      # 12 Error Estimate
      abcd                      # 14 SSID
      0000000000000000          # 16 MBZ
      00000000                  # 24
      0000000000000000          # 28
      00000000 00 000000        # 36
      """;
  private static final String REPLY =
      """
      00000003                  #  0 Sequence Number, the reflector's own
      eb2f5d00 80002000         #  4 Timestamp
      1601                      # 12 Error Estimate
      abcd                      # 14 SSID
      eb2f5d00 80001000         # 16 Receive Timestamp
      00000007                  # 24 Session-Sender Sequence Number
      eb2f5d00 80000000         # 28 Session-Sender Timestamp
      1601 0000                 # 36 Session-Sender Error Estimate, MBZ
      40 000000                 # 40 Session-Sender TTL, MBZ
      """;

  @Test
  void theSendersPacketIsAsDrawn() {
    ByteBuffer packet = ByteBuffer.allocate(44);
    StampRequest.begin(PLAIN, packet, 44, 7, (short) 0xabcd);
    StampRequest.stamp(PLAIN, packet, T1);
    assertEquals(Octets.hex(REQUEST), Octets.hex(packet, 44));
  }

  @Test
  void theReflectorsPacketIsAsDrawn() {
    ByteBuffer packet = Octets.of(REQUEST);
    StampReflection.turn(PLAIN, packet, 44, 3, T2, 64);
    StampReflection.stamp(PLAIN, packet, T3);
    assertEquals(Octets.hex(REPLY), Octets.hex(packet, 44));
  }

  @Test
  void whatTheSenderLeftInTheGapsIsCleared() {
    ByteBuffer packet = ByteBuffer.allocate(44);
    for (int i = 0; i < 44; i++) packet.put(i, (byte) 0xff);
    packet.put(0, Octets.of(REQUEST), 0, 16);
    StampReflection.turn(PLAIN, packet, 44, 3, T2, 64);
    StampReflection.stamp(PLAIN, packet, T3);
    assertEquals(Octets.hex(REPLY), Octets.hex(packet, 44));
  }

  @Test
  void paddingComesBackAsItWas() {
    ByteBuffer packet = Octets.of(REQUEST + "010203");
    StampReflection.turn(PLAIN, packet, 47, 3, T2, 64);
    StampReflection.stamp(PLAIN, packet, T3);
    assertEquals(Octets.hex(REPLY + "010203"), Octets.hex(packet, 47));
  }

  @Test
  void aPacketOfTwampLightWithFewerOctetsIsAnsweredWithAsMany() {
    ByteBuffer packet = Octets.of(REQUEST).limit(41);
    StampReflection.turn(PLAIN, packet, 41, 3, T2, 64);
    StampReflection.stamp(PLAIN, packet, T3);
    assertEquals(Octets.hex(REPLY).substring(0, 82), Octets.hex(packet, 41));
  }

  @Test
  void theFieldsOfAReplyAreRead() {
    ByteBuffer reply = Octets.of(REPLY);
    assertEquals(3, PLAIN.sequence(reply));
    assertEquals(T3, PLAIN.time(reply));
    assertEquals(T2, PLAIN.received(reply));
    assertEquals(7, PLAIN.senderSequence(reply));
    assertEquals(T1, PLAIN.senderTime(reply));
    assertEquals(0x1601, PLAIN.senderError(reply));
    assertEquals((short) 0xabcd, PLAIN.ssid(reply));
    assertEquals(64, PLAIN.ttl(reply));
  }

  @Test
  void anIntactReplyIsToldFromADamagedOneInEveryOctetThatCanBeForeseen() {
    assertTrue(StampReply.isIntact(PLAIN, Octets.of(REPLY), 44, 44, T1, (short) 0xabcd));
    for (int at = 0; at < 44; at++) {
      boolean foreseen = at >= 28 && at != 40; // the sequence is what finds T1: nobody's fault here
      ByteBuffer damaged = Octets.of(REPLY);
      damaged.put(at, (byte) (damaged.get(at) ^ 0x10));
      boolean intact = StampReply.isIntact(PLAIN, damaged, 44, 44, T1, (short) 0xabcd);
      if (foreseen || at == 14 || at == 15) assertFalse(intact, "octet " + at);
    }
    assertFalse(StampReply.isIntact(PLAIN, Octets.of(REPLY), 43, 44, T1, (short) 0xabcd));
    ByteBuffer padded = Octets.of(REPLY + "0001");
    assertFalse(StampReply.isIntact(PLAIN, padded, 46, 46, T1, (short) 0xabcd));
  }
}
