package dev.tinwire.udppinger;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a server takes a datagram for. Pure: octets in, one value out.
 *
 * <p>All three wires share a port, so the octets decide: {@code Ping }, in either case, begins the
 * textbook's text; a valid error estimate together with zeros where the reflector will write, or
 * with the time of today, is STAMP; anything else is to be returned as it is.
 */
enum Recognition {
  STAMP,
  TEXT,
  RAW,
  /** STAMP that a reflector has filled in already: to answer an answer makes a loop. */
  REPLY,
  /** Not of the one wire that is served, or too short for it. */
  STRANGE;

  /**
   * Decides.
   *
   * @param only the one wire that is served, if it is one
   * @param now nanoseconds since 1970
   */
  static Recognition of(
      ByteBuffer packet, int length, Optional<EchoWire> only, boolean keyed, long now) {
    if (only.isEmpty()) return any(packet, length, now);
    return switch (only.get()) {
      case STAMP -> stamp(packet, length, keyed ? StampLayout.KEYED : StampLayout.PLAIN, now);
      case TEXT -> TextPing.isText(packet, length) ? TEXT : STRANGE;
      case ECHO -> RAW;
    };
  }

  private static Recognition any(ByteBuffer packet, int length, long now) {
    if (TextPing.isText(packet, length)) return TEXT;
    if (looksLikeStamp(packet, length, now)) {
      return stamp(packet, length, StampLayout.PLAIN, now);
    }
    return RAW;
  }

  private static Recognition stamp(ByteBuffer packet, int length, StampLayout layout, long now) {
    if (length < layout.least()) return STRANGE;
    // T2 is there, and T3, or the T1 of a sender whose clock is right: any two say enough.
    boolean answered =
        NtpTime.isPresent(layout.received(packet), now)
            && (NtpTime.isPresent(layout.time(packet), now)
                || NtpTime.isPresent(layout.senderTime(packet), now));
    return answered ? REPLY : STAMP;
  }

  /** TWAMP-Light may have random padding where STAMP has zeros (RFC 5357 §4.1.2). */
  private static boolean looksLikeStamp(ByteBuffer packet, int length, long now) {
    var layout = StampLayout.PLAIN;
    if (length < layout.least() || !ErrorEstimate.isValid(layout.error(packet))) return false;
    return NtpTime.isPresent(layout.time(packet), now)
        || (length >= layout.length && isZeroWhereReflectorsWrite(packet));
  }

  private static boolean isZeroWhereReflectorsWrite(ByteBuffer packet) {
    return packet.getLong(16) == 0
        && packet.getLong(24) == 0
        && packet.getLong(32) == 0
        && packet.getInt(40) == 0;
  }
}
