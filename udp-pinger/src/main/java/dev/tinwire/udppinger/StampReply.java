package dev.tinwire.udppinger;

import java.nio.ByteBuffer;

/** What a session-sender makes of a packet that came back. Pure; nothing allocates. */
final class StampReply {
  private StampReply() {}

  /** Whether it is long enough to be read. */
  static boolean isReadable(StampLayout layout, int length) {
    return length >= layout.least();
  }

  /**
   * Whether every octet that can be foreseen is as foreseen: what was copied, what is zero, the
   * padding. What cannot (the reflector's count, its times, the TTL) is left to {@link Directions}
   * and {@link OneWay}, which leave out what cannot be true.
   *
   * @param length of the answer
   * @param size of the request, whose padding was zeros; the answer has as many octets
   * @param time T1 as it was sent
   */
  static boolean isIntact(
      StampLayout layout, ByteBuffer reply, int length, int size, long time, short ssid) {
    return length == size
        && layout.senderTime(reply) == time
        && layout.senderError(reply) == ErrorEstimate.OURS
        && isOurs(layout.ssid(reply), ssid)
        && ErrorEstimate.isValid(layout.error(reply))
        && isZero(reply, layout.length, length)
        && gapsAreZero(layout, reply, Math.min(length, layout.length));
  }

  /** A reflector of RFC 8762 alone says zero where RFC 8972 has the SSID: MBZ, 14-15. */
  private static boolean isOurs(short found, short ssid) {
    return found == ssid || found == 0;
  }

  /** What must be zero (MBZ) behind the last time, where most reflectors obey. */
  private static boolean gapsAreZero(StampLayout layout, ByteBuffer reply, int length) {
    return switch (layout) {
      case PLAIN -> isZero(reply, 38, 40) && isZero(reply, 41, length);
      case KEYED -> true; // the HMAC says so, of these and all others
    };
  }

  private static boolean isZero(ByteBuffer packet, int from, int to) {
    for (int at = from; at < to; at++) if (packet.get(at) != 0) return false;
    return true;
  }
}
