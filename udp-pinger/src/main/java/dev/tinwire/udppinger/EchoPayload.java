package dev.tinwire.udppinger;

import java.nio.ByteBuffer;

/**
 * What we send to a server that returns anything (RFC 862): a nonce of the run, the sequence
 * number, and a pattern that depends on both, so that every octet of the answer can be checked.
 *
 * <pre>
 *  0- 7  nonce
 *  8-11  sequence number
 * 12-..  pattern: octet i is (i × 31 + sequence × 7 + nonce) mod 256
 * </pre>
 */
final class EchoPayload {
  /** Without a pattern. */
  static final int LEAST = 12;

  private EchoPayload() {}

  static void write(ByteBuffer packet, int size, long nonce, int sequence) {
    packet.putLong(0, nonce).putInt(8, sequence);
    for (int at = LEAST; at < size; at++) packet.put(at, pattern(at, nonce, sequence));
  }

  /** The number in an answer to us; another run's nonce is not looked at here. */
  static int sequence(ByteBuffer packet) {
    return packet.getInt(8);
  }

  /** Whether it is, octet for octet, the payload of its own sequence number. */
  static boolean isIntact(ByteBuffer packet, int length, int size, long nonce) {
    if (length != size || length < LEAST || packet.getLong(0) != nonce) return false;
    int sequence = sequence(packet);
    for (int at = LEAST; at < size; at++) {
      if (packet.get(at) != pattern(at, nonce, sequence)) return false;
    }
    return true;
  }

  private static byte pattern(int at, long nonce, int sequence) {
    return (byte) (at * 31 + sequence * 7 + (int) nonce);
  }
}
