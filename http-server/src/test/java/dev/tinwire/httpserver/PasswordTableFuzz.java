package dev.tinwire.httpserver;

import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;

/** Any text is a table of passwords that comes back from its print, or refused. */
public final class PasswordTableFuzz {
  private PasswordTableFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    try {
      var table = PasswordTable.parse(new String(input, StandardCharsets.UTF_8));
      if (!table.equals(PasswordTable.parse(table.toString()))) {
        throw new AssertionError("changed: " + table);
      }
    } catch (Malformed refused) {
      if (refused.caret().isEmpty()) throw new AssertionError("no caret", refused);
    }
  }
}
