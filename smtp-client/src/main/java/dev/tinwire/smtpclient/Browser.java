package dev.tinwire.smtpclient;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Shows a page to the user, if there is a screen. */
@FunctionalInterface
interface Browser {
  /** Whether somebody was found to show it. */
  boolean open(String url);

  /** The one of this system. */
  static Browser of(Map<String, String> environment) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return url -> command(system, environment).map(words -> started(words, url)).orElse(false);
  }

  /** What opens pages there; none on a Linux without a screen, such as over ssh. Pure. */
  static Optional<List<String>> command(String system, Map<String, String> environment) {
    if (system.startsWith("mac")) return Optional.of(List.of("open"));
    if (system.startsWith("windows")) {
      return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler"));
    }
    boolean screen =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return screen ? Optional.of(List.of("xdg-open")) : Optional.empty();
  }

  private static boolean started(List<String> words, String url) {
    var all = new ArrayList<>(words);
    all.add(url); // a word of its own; no shell looks at it
    try {
      new ProcessBuilder(all)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
