package dev.tinwire.httpclient;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.terminal.Style;

/** {@code help}: each verb with what follows it, in a line. */
final class ShellHelp {
  private static final int USAGE = 32;

  private ShellHelp() {}

  static int show(ShellCall call, Output output) throws WireException {
    if (call.words().isEmpty()) {
      for (ShellVerb verb : ShellVerb.values()) line(verb, output);
      output.out().println();
      output.out().println("Names with blanks: 'a b' or a\\ b. Several commands: cd in; put a.txt");
      return ExitStatus.DONE;
    }
    String word = call.text(0);
    line(
        ShellVerb.of(word)
            .orElseThrow(() -> new WireException("no such command: " + Visible.cut(word, 40))),
        output);
    return ExitStatus.DONE;
  }

  private static void line(ShellVerb verb, Output output) {
    String usage = verb.usage();
    String fill = " ".repeat(Math.max(2, USAGE - usage.length()));
    output.out().println(output.outScreen().paint(Style.ACCENT, usage) + fill + verb.meaning);
  }
}
