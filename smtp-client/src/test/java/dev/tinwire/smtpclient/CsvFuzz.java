package dev.tinwire.smtpclient;

import dev.tinwire.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Any text is a table without an empty record, or refused; so is any text as a template. */
public final class CsvFuzz {
  private CsvFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      for (Csv.Row row : Csv.parse(text)) {
        if (row.fields().isEmpty() || row.line() < 1) throw new AssertionError(row.toString());
        Template.parse("text", row.fields().getFirst(), Set.copyOf(row.fields()));
      }
    } catch (WireException _) {
      // Refused.
    }
  }
}
