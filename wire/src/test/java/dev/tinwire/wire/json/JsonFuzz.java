package dev.tinwire.wire.json;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.TooLong;
import java.nio.charset.StandardCharsets;

/** Any text is a value that survives printing, or refused. */
public final class JsonFuzz {
  private JsonFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Json value;
    try {
      value = Json.parse(new String(input, StandardCharsets.UTF_8));
    } catch (Malformed refused) {
      if (refused.caret().isEmpty()) throw new AssertionError("no caret", refused);
      return;
    } catch (TooLong _) {
      return;
    }
    survives(value, value.print());
    survives(value, value.pretty());
    if (value.print().contains("\n")) throw new AssertionError("not one line: " + value);
  }

  private static void survives(Json value, String printed) {
    if (printed.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c))) {
      throw new AssertionError("prints a control character: " + printed);
    }
    try {
      if (!Json.parse(printed).equals(value)) throw new AssertionError("changed: " + printed);
    } catch (Malformed | TooLong e) {
      throw new AssertionError("prints what it cannot read: " + printed, e);
    }
  }
}
