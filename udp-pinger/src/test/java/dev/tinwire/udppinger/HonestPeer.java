package dev.tinwire.udppinger;

import java.nio.ByteBuffer;

/** What a peer answers that has nothing to hide. */
final class HonestPeer {
  private HonestPeer() {}

  /** The reply to that packet: turned round, in upper case, or as it came. */
  static byte[] reply(Wire wire, long number, byte[] request) {
    return switch (wire.kind()) {
      case STAMP -> reflected(wire, number, request);
      case TEXT -> Responder.upper(request);
      case ECHO -> request;
    };
  }

  private static byte[] reflected(Wire wire, long number, byte[] request) {
    var layout = wire.key() == null ? StampLayout.PLAIN : StampLayout.KEYED;
    var packet = ByteBuffer.wrap(request.clone());
    long t2 = NtpTime.epochNanos(layout.time(packet)) + 1000;
    StampReflection.turn(layout, packet, request.length, (int) number, NtpTime.of(t2), 64);
    StampReflection.stamp(layout, packet, NtpTime.of(t2 + 500));
    if (wire.key() != null) wire.key().copy().sign(packet); // it belongs to one thread
    return packet.array();
  }
}
