package dev.tinwire.heartbeat;

import dev.tinwire.wire.Durations;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Resolver;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.Ending;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.secret.SecretReader;
import dev.tinwire.wire.terminal.Explanations;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * {@code tinwire beat}: beats until somebody ends it, a process ends, or a program that it started
 * does.
 *
 * @param run the words behind {@code --run}
 */
record BeatCommand(Ending ending, List<String> run) {
  /** What a shell says of a program that it cannot start. */
  private static final int NOT_FOUND = 127;

  int run(Parsed parsed, Standard standard) throws IOException, InterruptedException, UsageError {
    var output = Output.of(parsed, standard);
    var plan = BeatPlan.of(parsed, run, SecretReader.ofThisProcess(output::note));
    long boot = boot(standard, output);
    var writer = plan.writer(boot);
    var targets = new BeatTargets(plan.monitors(), plan.family(), Resolver.system(), output::note);
    try (var socket =
        new BeatSocket(plan.local(), output.conversation(Explanations.NONE), output::note)) {
      var heart = new Heart(plan, socket, targets, writer);
      output.note(beginning(plan));
      int status = plan.run().isEmpty() ? guard(plan, heart) : supervise(plan, heart, output);
      summary(output, writer, status);
      return status;
    }
  }

  private static long boot(Standard standard, Output output) {
    long now = System.currentTimeMillis();
    var file = BootFile.usual(standard.environment());
    try {
      return BootFile.next(file, now);
    } catch (IOException e) {
      output.note(
          "cannot keep the number of this run in "
              + file
              + " ("
              + e.getMessage()
              + "); should the clock be set back, monitors will refuse the next run");
      return now;
    }
  }

  private static String beginning(BeatPlan plan) {
    String where =
        plan.monitors().stream().map(Endpoint::readable).collect(Collectors.joining(", "));
    String as = plan.tagged() ? " as " + plan.id() : ", in the textbook's format";
    String every = Durations.print(plan.every());
    return "beating to "
        + where
        + " every "
        + every
        + as
        + (plan.key().isPresent() ? ", signed" : "");
  }

  private int guard(BeatPlan plan, Heart heart) {
    if (plan.guarded().isPresent()) {
      var _ = plan.guarded().get().onExit().thenRun(heart::end);
    }
    heart.run(ending, RandomGenerator.getDefault());
    if (plan.count().isEmpty()) heart.farewell(0);
    return ExitStatus.DONE;
  }

  /** Runs the program, beats while it lives, and ends as it did. */
  private int supervise(BeatPlan plan, Heart heart, Output output) throws InterruptedException {
    Process program;
    try {
      program = new ProcessBuilder(plan.run()).inheritIO().start();
    } catch (IOException e) {
      output
          .err()
          .println("tinwire beat: cannot start " + Visible.of(String.valueOf(e.getMessage())));
      return NOT_FOUND;
    }
    try {
      var _ = program.onExit().thenRun(heart::end);
      // Whoever ends us means the program; its end is then ours.
      Ending passedOn =
          () -> {
            ending.await();
            program.destroy();
            program.waitFor();
          };
      heart.run(passedOn, RandomGenerator.getDefault());
      int status = program.waitFor();
      heart.farewell(status);
      return status;
    } finally {
      program.destroyForcibly();
    }
  }

  private static void summary(Output output, BeatWriter writer, int status) {
    if (output.json()) {
      output
          .jsonLines()
          .write(
              Json.object()
                  .put("event", "summary")
                  .put("beats", writer.count())
                  .put("status", status));
    } else {
      output.note("sent " + writer.count() + (writer.count() == 1 ? " beat" : " beats"));
    }
  }
}
