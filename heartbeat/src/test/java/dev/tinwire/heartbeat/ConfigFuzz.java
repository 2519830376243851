package dev.tinwire.heartbeat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;

/** Any text is a configuration that can be used, or has faults at places that it has. */
public final class ConfigFuzz {
  private static final Instant MOMENT = Instant.parse("2026-11-20T18:00:00Z");

  private ConfigFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      var config = ConfigParser.parse(text, ZoneId.of("UTC"));
      for (String id : config.expected()) {
        config.manner(id);
        config.maintenance(id, MOMENT);
      }
    } catch (BadConfig refused) {
      String[] lines = text.split("\r?\n", -1);
      if (refused.faults().isEmpty()) throw new AssertionError("no fault", refused);
      for (ConfigFault fault : refused.faults()) {
        boolean inside =
            fault.line() >= 1
                && fault.line() <= lines.length
                && fault.column() >= 1
                && fault.column() <= lines[fault.line() - 1].length() + 1;
        if (!inside) throw new AssertionError("no such place: " + fault, refused);
        if (fault.problem().chars().anyMatch(Character::isISOControl)) {
          throw new AssertionError("prints a control character: " + fault, refused);
        }
      }
    }
  }
}
