package dev.tinwire.heartbeat;

import dev.tinwire.wire.command.Ending;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.secret.SecretReader;
import dev.tinwire.wire.terminal.Explanations;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code tinwire monitor}: hears heartbeats until somebody ends it, and says what they tell.
 *
 * @param services what other tools do for it, asked for when it runs
 */
record MonitorCommand(Ending ending, Supplier<MonitorServices> services) {
  int run(Parsed parsed, Standard standard) throws IOException, InterruptedException, UsageError {
    var output = Output.of(parsed, standard);
    List<String> words = parsed.all(MonitorOptions.WORDS);
    if (!words.isEmpty()) return MonitorWords.run(words, parsed, output);
    var checked = WatchOptions.check(parsed, standard);
    if (checked.isPresent()) return checked.getAsInt();
    var plan =
        MonitorPlan.of(
            parsed,
            SecretReader.ofThisProcess(output::note),
            output.conversation(Explanations.NONE),
            MonitorPlan.ours());
    try (var monitor = Monitor.open(plan.monitor())) {
      int port = monitor.addresses().getFirst().getPort();
      var watching = WatchOptions.plan(parsed, standard, port, plan.snapshot());
      checkMail(watching.config().get(), services.get().mail());
      boolean table = isTable(parsed, output);
      new MonitorRun(monitor, plan, watching, output, table).run(services.get(), ending);
    }
    return ExitStatus.DONE;
  }

  /** What is wrong with it would else be found out at the first alarm. */
  private static void checkMail(MonitorConfig config, Mailer mailer)
      throws IOException, InterruptedException, UsageError {
    if (!config.mails()) return;
    var how = config.alerting().mailWith();
    if (how.isEmpty()) {
      throw new UsageError(
          "who gets mail is said, but not how it is sent: --mail-with '--via gmail --user"
              + " me@gmail.com --password-file FILE', or mail-with in [alerts]; the words are those"
              + " of tinwire mail");
    }
    try {
      mailer.check(how);
    } catch (FinalRefusal e) {
      throw new UsageError("--mail-with: " + e.getMessage());
    }
  }

  private static boolean isTable(Parsed parsed, Output output) {
    boolean lines = parsed.has(WatchOptions.LINES) || output.json() || output.quiet();
    return output.outScreen().live() && !lines && !output.verbose();
  }
}
