package dev.tinwire.udppinger;

import java.nio.ByteBuffer;

/**
 * A session-reflector's answer, made of the sender's packet in its own buffer (RFC 8762 §4.3):
 * first all that is known when it has come, then the time of sending, as late as can be.
 */
final class StampReflection {
  private StampReflection() {}

  /**
   * Everything but the time of sending. The answer is as long as the packet was, and what lies
   * behind the fields stays as it came (RFC 8762 §4.3.1).
   *
   * @param length of the packet, at least {@link StampLayout#least}
   * @param sequence the reflector's own count (stateful), or the sender's (stateless)
   * @param received T2, NTP
   * @param ttl of the packet as it came; 0 if nobody knows
   */
  static void turn(
      StampLayout layout, ByteBuffer packet, int length, int sequence, long received, int ttl) {
    int senderSequence = layout.sequence(packet);
    long senderTime = layout.time(packet);
    short senderError = layout.error(packet);
    layout.clearBetween(packet);
    layout.sequence(packet, sequence);
    layout.received(packet, received);
    layout.sender(packet, senderSequence, senderTime, senderError);
    layout.ttl(packet, ttl);
    if (layout == StampLayout.PLAIN && length >= layout.length) {
      StampLayout.clear(packet, layout.least(), layout.length); // MBZ after the TTL
    }
  }

  /** T3; a keyed packet is then to be signed. */
  static void stamp(StampLayout layout, ByteBuffer packet, long ntp) {
    layout.time(packet, ntp, ErrorEstimate.OURS);
  }
}
