package dev.tinwire.wire.secret;

import java.nio.charset.StandardCharsets;

/** Any text is a list of entries that survives printing, or refused without being shown. */
public final class NetrcFuzz {
  private NetrcFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Netrc netrc;
    try {
      netrc = Netrc.parse(new String(input, StandardCharsets.UTF_8));
    } catch (BadNetrc _) {
      return;
    }
    String printed = NetrcText.print(netrc);
    try {
      if (!NetrcText.print(Netrc.parse(printed)).equals(printed)) {
        throw new AssertionError("changed: " + printed);
      }
    } catch (BadNetrc e) {
      throw new AssertionError("prints what it cannot read: " + printed, e);
    }
  }
}
