package dev.tinwire.udppinger;

import dev.tinwire.wire.Visible;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A packet taken apart into lines, field by field. Pure. */
final class Anatomy {
  /** So many octets of a payload are shown in one line. */
  private static final int SHOWN = 32;

  private static final long SECOND = 1_000_000_000L;

  private Anatomy() {}

  /** The octets in hexadecimal, cut where they would fill the screen. */
  static String hex(byte[] packet) {
    int length = Math.min(SHOWN, packet.length);
    return HexFormat.of().formatHex(packet, 0, length) + (length < packet.length ? "..." : "");
  }

  /**
   * The lines of a packet: place, name, value. The name begins a line's second word, by which
   * {@link PacketExplanations} finds it.
   *
   * @param reply whether it came, rather than left
   */
  static List<String> of(Wire wire, byte[] packet, boolean reply) {
    return switch (wire.kind()) {
      case STAMP -> stamp(wire.key() != null, packet, reply);
      case TEXT -> List.of(row(0, packet.length, "message", text(packet)));
      case ECHO -> echo(packet);
    };
  }

  private static String text(byte[] packet) {
    return Visible.of(new String(packet, StandardCharsets.UTF_8));
  }

  private static List<String> echo(byte[] packet) {
    if (packet.length < EchoPayload.LEAST)
      return List.of(row(0, packet.length, "payload", hex(packet)));
    var at = ByteBuffer.wrap(packet);
    return List.of(
        row(0, 8, "nonce", HexFormat.of().toHexDigits(at.getLong(0))),
        row(8, 4, "sequence", Integer.toUnsignedString(at.getInt(8))),
        row(12, packet.length - 12, "pattern", ""));
  }

  private static List<String> stamp(boolean keyed, byte[] packet, boolean reply) {
    var layout = keyed ? StampLayout.KEYED : StampLayout.PLAIN;
    if (packet.length < layout.least())
      return List.of(row(0, packet.length, "fragment", hex(packet)));
    var at = ByteBuffer.wrap(packet);
    var lines = new ArrayList<String>();
    lines.add(row(0, 4, reply ? "reflector-sequence" : "sequence", number(layout.sequence(at))));
    int time = keyed ? 16 : 4;
    lines.add(row(time, 8, reply ? "T3" : "T1", instant(layout.time(at), layout.error(at))));
    lines.add(row(time + 8, 2, "error", estimate(layout.error(at))));
    lines.add(row(time + 10, 2, "SSID", Integer.toString(layout.ssid(at) & 0xFFFF)));
    if (reply) answer(layout, at, keyed, lines);
    if (keyed) lines.add(row(96, 16, "HMAC", HexFormat.of().formatHex(packet, 96, 112)));
    if (packet.length > layout.length) {
      lines.add(row(layout.length, packet.length - layout.length, "padding", ""));
    }
    return lines;
  }

  private static void answer(StampLayout layout, ByteBuffer at, boolean keyed, List<String> lines) {
    lines.add(row(keyed ? 32 : 16, 8, "T2", instant(layout.received(at), layout.error(at))));
    lines.add(row(keyed ? 48 : 24, 4, "sequence", number(layout.senderSequence(at))));
    int sender = keyed ? 64 : 28;
    lines.add(row(sender, 8, "T1", instant(layout.senderTime(at), layout.senderError(at))));
    lines.add(row(sender + 8, 2, "error", estimate(layout.senderError(at))));
    int ttl = layout.ttl(at);
    lines.add(row(keyed ? 80 : 40, 1, "TTL", ttl == 0 ? "unknown" : Integer.toString(ttl)));
  }

  private static String row(int from, int length, String name, String value) {
    String place = length == 1 ? Integer.toString(from) : from + "-" + (from + length - 1);
    return "  " + place + " ".repeat(Math.max(1, 8 - place.length())) + name + " " + value;
  }

  private static String number(int sequence) {
    return Integer.toUnsignedString(sequence);
  }

  private static String instant(long stamp, short error) {
    long nanos = NtpTime.epochNanos(stamp, error);
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND))
        .toString();
  }

  private static String estimate(short bits) {
    var estimate = ErrorEstimate.of(bits);
    return Millis.exact(estimate.seconds() * SECOND)
        + " ms"
        + (estimate.synchronised() ? ", synchronised" : "")
        + (estimate.ptp() ? ", PTP" : "");
  }
}
