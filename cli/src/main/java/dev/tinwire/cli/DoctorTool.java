package dev.tinwire.cli;

import dev.tinwire.wire.command.Argument;
import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.SelfCheck;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.Tool;
import dev.tinwire.wire.command.UsageError;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code tinwire doctor [TOOL]...}: lets every part that exists talk to itself over the loopback.
 * It is the user's self-check, the smoke test of a build, and the lesson from which the launcher's
 * class caches learn what a tool needs.
 */
final class DoctorTool implements Tool {
  private static final Argument<String> TOOLS =
      Argument.many("TOOL", Grammar.TEXT, "only what these tools check; without it, everything", 0);

  @Override
  public String name() {
    return "doctor";
  }

  @Override
  public String summary() {
    return "checks that everything works here, over the loopback";
  }

  @Override
  public String example() {
    return "tinwire doctor";
  }

  @Override
  public Command command() {
    return Command.of(name(), summary(), DoctorTool::run)
        .arguments(TOOLS)
        .examples(
            new Command.Entry("tinwire doctor", "one line a check"),
            new Command.Entry("tinwire doctor get serve", "only these two"),
            new Command.Entry("tinwire doctor --json", "for a bug report, or a script"))
        .limits(new Command.Entry("5s", "for each check; nothing leaves this computer"));
  }

  private static int run(Parsed parsed, Standard standard) throws InterruptedException, UsageError {
    var checks = new ArrayList<SelfCheck>();
    List<String> wanted = parsed.all(TOOLS);
    if (wanted.isEmpty()) {
      checks.addAll(HouseChecks.all());
      Tools.all().forEach(tool -> checks.addAll(tool.selfChecks()));
    }
    for (String word : wanted) checks.addAll(checksOf(word));
    return new Doctor(Output.of(parsed, standard), System::nanoTime).examine(checks);
  }

  private static List<SelfCheck> checksOf(String word) throws UsageError {
    var suite = new Suite(Tools.all());
    var tool = suite.find(word).orElseThrow(() -> new UsageError(suite.complaint(word)));
    if (tool.selfChecks().isEmpty()) throw new UsageError(word + " has no check of its own");
    return tool.selfChecks();
  }
}
