package dev.tinwire.udppinger;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Packets as tables of octets: blanks and what follows a # mean nothing. */
final class Octets {
  static final long T1 = 0xeb2f5d00_80000000L;
  static final long T2 = 0xeb2f5d00_80001000L;
  static final long T3 = 0xeb2f5d00_80002000L;

  private Octets() {}

  static ByteBuffer of(String table) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(table.replaceAll("#.*|\\s", "")));
  }

  static String hex(ByteBuffer packet, int length) {
    byte[] octets = new byte[length];
    packet.get(0, octets);
    return HexFormat.of().formatHex(octets);
  }

  static String hex(String table) {
    return hex(of(table), of(table).limit());
  }
}
