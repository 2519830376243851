package dev.tinwire.udppinger;

import java.nio.ByteBuffer;

/** A session-sender's test packet, written in two steps: what is known before, and the time. */
final class StampRequest {
  private StampRequest() {}

  /**
   * Everything but the time. Padding is zeros: a reflector that knows RFC 8972 would otherwise take
   * it for TLVs.
   *
   * @param size octets in all, at least those of the layout
   */
  static void begin(StampLayout layout, ByteBuffer packet, int size, int sequence, short ssid) {
    StampLayout.clear(packet, 0, size);
    layout.sequence(packet, sequence);
    layout.ssid(packet, ssid);
  }

  /** The time, as late as can be; a keyed packet is then to be signed. */
  static void stamp(StampLayout layout, ByteBuffer packet, long ntp) {
    layout.time(packet, ntp, ErrorEstimate.OURS);
  }
}
