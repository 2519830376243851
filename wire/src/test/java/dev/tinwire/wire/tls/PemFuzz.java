package dev.tinwire.wire.tls;

import dev.tinwire.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Any text is blocks that survive printing, or refused; and a block is a key, or none. */
public final class PemFuzz {
  private PemFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    List<PemBlock> blocks;
    try {
      blocks = Pem.parse(new String(input, StandardCharsets.ISO_8859_1));
    } catch (WireException _) {
      return;
    }
    check(blocks);
    for (PemBlock block : blocks) {
      try {
        PrivateKeys.of(block);
      } catch (WireException _) {
        // refused
      }
    }
  }

  private static void check(List<PemBlock> blocks) {
    if (blocks.size() > Pem.MAX_BLOCKS) throw new AssertionError("too many");
    String printed = blocks.stream().map(PemBlock::print).collect(Collectors.joining());
    try {
      if (!Pem.parse(printed).equals(blocks)) throw new AssertionError(printed);
    } catch (WireException e) {
      throw new AssertionError("prints what it cannot read: " + printed, e);
    }
  }
}
