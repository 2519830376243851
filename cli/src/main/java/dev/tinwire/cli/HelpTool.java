package dev.tinwire.cli;

import dev.tinwire.wire.command.Argument;
import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.CommonOptions;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.Tool;
import dev.tinwire.wire.command.UsageError;
import java.util.List;
import java.util.Optional;

/** {@code tinwire help [TOOL]}; without a tool, the first screen: what there is. */
final class HelpTool implements Tool {
  private static final Argument<String> TOOL =
      Argument.optional("TOOL", Grammar.TEXT, "the tool; without it, all are shown");

  @Override
  public String name() {
    return "help";
  }

  @Override
  public String summary() {
    return "shows how to use a tool";
  }

  @Override
  public String example() {
    return "tinwire help doctor";
  }

  @Override
  public Command command() {
    return Command.of(name(), summary(), HelpTool::run).arguments(TOOL);
  }

  private static int run(Parsed parsed, Standard standard) throws UsageError {
    Optional<String> word = parsed.find(TOOL);
    if (word.isEmpty()) {
      var screen = standard.outScreen(parsed.get(CommonOptions.COLOR));
      Overview.of(Tools.all(), screen).forEach(standard.out()::println);
      return ExitStatus.DONE;
    }
    var suite = new Suite(Tools.all());
    Tool tool =
        suite.find(word.get()).orElseThrow(() -> new UsageError(suite.complaint(word.get())));
    return tool.run(List.of("--help"), standard);
  }
}
