package dev.tinwire.cli;

import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.SelfCheck;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.Tool;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code tinwire doctor}: lets every part that exists talk to itself over the loopback. It is the
 * user's self-check, the smoke test of a build, and the run from which the class archive learns.
 */
final class DoctorTool implements Tool {
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
        .examples(
            new Command.Entry("tinwire doctor", "one line a check"),
            new Command.Entry("tinwire doctor --json", "for a bug report, or a script"))
        .limits(new Command.Entry("5s", "for each check; nothing leaves this computer"));
  }

  private static int run(Parsed parsed, Standard standard) throws InterruptedException {
    List<SelfCheck> checks =
        Stream.concat(
                HouseChecks.all().stream(),
                Tools.all().stream().flatMap(tool -> tool.selfChecks().stream()))
            .toList();
    return new Doctor(Output.of(parsed, standard), System::nanoTime).examine(checks);
  }
}
