package dev.tinwire.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Any text is a duration that survives printing, or refused; and the same of sizes. */
public final class QuantityFuzz {
  private QuantityFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    duration(text);
    size(text);
  }

  private static void duration(String text) {
    Duration duration;
    try {
      duration = Durations.parse(text);
    } catch (Malformed refused) {
      refused.caret();
      return;
    }
    String printed = Durations.print(duration);
    try {
      if (!Durations.parse(printed).equals(duration)) throw new AssertionError(printed);
    } catch (Malformed e) {
      throw new AssertionError("prints what it cannot read: " + printed, e);
    }
  }

  private static void size(String text) {
    long bytes;
    try {
      bytes = Sizes.parse(text);
    } catch (Malformed refused) {
      refused.caret();
      return;
    }
    String printed = Sizes.print(bytes);
    try {
      if (Sizes.parse(printed) != bytes) throw new AssertionError(printed);
    } catch (Malformed e) {
      throw new AssertionError("prints what it cannot read: " + printed, e);
    }
  }
}
