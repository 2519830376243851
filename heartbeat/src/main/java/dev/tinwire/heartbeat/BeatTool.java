package dev.tinwire.heartbeat;

import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.Command.Entry;
import dev.tinwire.wire.command.CommonOptions;
import dev.tinwire.wire.command.Ending;
import dev.tinwire.wire.command.Interrupts;
import dev.tinwire.wire.command.SelfCheck;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.Tool;
import java.util.List;

/** {@code tinwire beat}: tells monitors over UDP that this computer, or a program on it, lives. */
public final class BeatTool implements Tool {
  private static final String RUN = "--run";

  @Override
  public String name() {
    return "beat";
  }

  @Override
  public String summary() {
    return "tells monitors that this computer or a program lives";
  }

  @Override
  public String example() {
    return "tinwire beat monitor.example --id db-1";
  }

  @Override
  public Command command() {
    return command(new Interrupts(), List.of());
  }

  /** All words behind {@code --run} are the program's, options too. */
  @Override
  public int run(List<String> words, Standard standard) {
    return run(words, standard, new Interrupts());
  }

  int run(List<String> words, Standard standard, Ending ending) {
    int at = words.indexOf(RUN);
    if (at < 0) return command(ending, List.of()).run(words, standard);
    var program = words.subList(at + 1, words.size());
    if (!program.isEmpty() && program.getFirst().equals("--")) {
      program = program.subList(1, program.size());
    }
    // With nothing behind it the parser sees the word, and says what is missing.
    var ours = program.isEmpty() ? words.subList(0, at + 1) : words.subList(0, at);
    return command(ending, List.copyOf(program)).run(ours, standard);
  }

  private Command command(Ending ending, List<String> run) {
    return Command.of(name(), summary(), new BeatCommand(ending, run)::run)
        .arguments(BeatOptions.MONITORS)
        .options(BeatOptions.BEATING)
        .options(BeatOptions.WHEN)
        .options(BeatOptions.NETWORK)
        .options(CommonOptions.CONVERSATION)
        .examples(
            new Entry("tinwire beat monitor.example --id db-1", "every 5s, until Ctrl-C"),
            new Entry("tinwire beat m1.example m2.example --every 1s", "to two monitors"),
            new Entry("tinwire beat localhost --run backup --all", "while a program runs"),
            new Entry("tinwire beat localhost --check 'pg_isready -q'", "while something works"),
            new Entry("tinwire beat localhost --format textbook", "to a textbook's monitor"))
        .statuses(
            new Entry("0", "also when Ctrl-C or SIGTERM ended it"),
            new Entry("any", "with --run: that of the program; 127 if it cannot be started"))
        .limits(
            new Entry("512", "octets in a beat"),
            new Entry("10", "probes answered in a second, none with more than it had"),
            new Entry("9/10", "of the period a --check may take"),
            new Entry("1m", "between two look-ups of a name; 5s if it was not found"));
  }

  @Override
  public List<SelfCheck> selfChecks() {
    return List.of(new SelfCheck("a signed beat is heard, and a bye", HeartbeatCheck::run));
  }
}
