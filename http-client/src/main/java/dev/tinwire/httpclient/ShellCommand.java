package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Style;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/**
 * {@code tinwire shell}: looks whether the folder is there, then does line by line what is said.
 */
final class ShellCommand {
  private ShellCommand() {}

  static int run(Parsed parsed, Standard standard)
      throws IOException, InterruptedException, UsageError {
    Url url = folder(parsed);
    Output output = Output.of(parsed, standard);
    var conversation = output.conversation(HttpExplanations::of);
    var place = new ShellPlace(url, Path.of(""));
    return Setup.with(
        parsed,
        standard,
        output,
        conversation,
        url,
        client -> {
          var sender =
              new Retrying(client::send, parsed.get(GetOptions.RETRY), output, new Random());
          var site =
              new ShellSite(sender, (u, m) -> RequestPlan.of(u, m, parsed, Payload.NONE), place);
          new ShellFolders(site, output).look(url);
          var run = new ShellRun(site, sender, output, new ShellSystem(place, output));
          try (var lines = lines(parsed, standard, site, output)) {
            return all(lines, run, place, output.outScreen());
          }
        });
  }

  private static Url folder(Parsed parsed) throws UsageError, IOException {
    Url url = RequestPlan.url(parsed.get(ShellOptions.URL));
    try {
      return ShellFolders.folder(url);
    } catch (Malformed e) {
      throw UsageError.of(ShellOptions.URL, e);
    }
  }

  /** The editor of lines is loaded only where somebody sits before it. */
  private static LineSource lines(Parsed parsed, Standard standard, ShellSite site, Output output)
      throws IOException {
    Optional<String> commands = parsed.find(ShellOptions.COMMANDS);
    if (commands.isPresent()) return PlainLines.of(commands.get());
    boolean somebody = standard.terminals().in() && output.outScreen().live();
    return somebody
        ? TerminalLines.open(new ShellNames(site), standard.environment())
        : PlainLines.of(standard.in());
  }

  private static int all(LineSource lines, ShellRun run, ShellPlace place, Screen screen)
      throws IOException, InterruptedException {
    int status = ExitStatus.DONE;
    while (!run.ended()) {
      String prompt = screen.paint(Style.ACCENT, place.prompt()) + "> ";
      Optional<String> line = lines.next(prompt);
      if (line.isEmpty()) break;
      int each = lines.during(() -> run.line(line.get()));
      if (status == ExitStatus.DONE) status = each;
    }
    return lines instanceof PlainLines ? status : ExitStatus.DONE;
  }
}
