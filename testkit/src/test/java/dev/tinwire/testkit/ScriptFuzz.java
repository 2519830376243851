package dev.tinwire.testkit;

import java.nio.charset.StandardCharsets;

/** Any text is a script or is refused with the reason; the kit's own grammars are no exception. */
public final class ScriptFuzz {
  private ScriptFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    // Patterns come from whoever writes the test. Jazzer would call that an injection, rightly.
    String text = new String(input, StandardCharsets.UTF_8).replace("~:", "*:");
    try {
      Script script = Script.parse(text);
      script.steps().forEach(step -> check(script.markedAt(step.at()).contains("-->")));
    } catch (IllegalArgumentException e) {
      check(e.toString().contains("script line "));
    }
    String bytes = new String(input, StandardCharsets.ISO_8859_1);
    check(Escapes.unescape(Escapes.escape(bytes)).equals(bytes));
  }

  private static void check(boolean holds) {
    if (!holds) throw new AssertionError("a property does not hold");
  }
}
