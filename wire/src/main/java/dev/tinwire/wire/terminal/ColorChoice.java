package dev.tinwire.wire.terminal;

import dev.tinwire.wire.Malformed;
import java.util.Map;

/** What the user said about colour: {@code --color auto|always|never}. */
public enum ColorChoice {
  AUTO,
  ALWAYS,
  NEVER;

  public static ColorChoice parse(String text) throws Malformed {
    return switch (text) {
      case "auto" -> AUTO;
      case "always" -> ALWAYS;
      case "never" -> NEVER;
      default -> throw new Malformed("colour choice", text, 0, "write auto, always or never");
    };
  }

  /**
   * Whether to colour. An option is nearer to the user's wish than the environment, and the
   * environment nearer than what we find out. {@code NO_COLOR} (no-color.org) counts when it is not
   * empty; it is asked before {@code CLICOLOR_FORCE} (bixense.com/clicolors).
   */
  public boolean coloured(boolean terminal, Map<String, String> environment) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) yield false;
        if (!environment.getOrDefault("CLICOLOR_FORCE", "0").equals("0")) yield true;
        yield terminal
            && !environment.getOrDefault("TERM", "").equals("dumb")
            && !environment.getOrDefault("CLICOLOR", "1").equals("0");
      }
    };
  }
}
