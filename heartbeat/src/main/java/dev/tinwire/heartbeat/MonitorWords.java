package dev.tinwire.heartbeat;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.secret.SecretReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What {@code tinwire monitor WORD …} does besides watching. */
final class MonitorWords {
  private MonitorWords() {}

  static int run(List<String> words, Parsed parsed, Output output)
      throws IOException, InterruptedException, UsageError {
    return switch (words.getFirst()) {
      case "replay" -> replay(Path.of(argument(words, "FILE")), parsed, output);
      case "key" -> key(argument(words, "ID"), parsed, output);
      default ->
          throw new UsageError(
              "unknown word " + Visible.cut(words.getFirst(), 40) + "; see --help");
    };
  }

  private static String argument(List<String> words, String label) throws UsageError {
    if (words.size() == 2) return words.get(1);
    throw new UsageError("write: tinwire monitor " + words.getFirst() + " " + label);
  }

  /** What the rule would have made of a recorded run. */
  private static int replay(Path file, Parsed parsed, Output output)
      throws IOException, UsageError {
    var detector = parsed.get(MonitorOptions.DETECTOR).one(MonitorPlan.tolerance(parsed));
    long period = parsed.find(MonitorOptions.EVERY).map(Duration::toNanos).orElse(0L);
    try (var lines = Files.lines(file)) {
      Replay.play(
          Trace.of(lines),
          detector,
          period,
          (number, deadline) ->
              output.out().println(String.format(Locale.ROOT, "%d,%.6f", number, deadline)));
    }
    return ExitStatus.DONE;
  }

  /** A key that signs for one sender only. */
  private static int key(String id, Parsed parsed, Output output)
      throws IOException, InterruptedException, UsageError {
    if (!PairParser.isId(id))
      throw new UsageError("an id has 1 to 64 letters, digits, and . _ : -");
    var file = parsed.find(MonitorOptions.KEY_FILE);
    if (file.isEmpty()) throw new UsageError("which master key? --key-file FILE");
    var master = BeatKeyFile.read(file.get(), SecretReader.ofThisProcess(output::note));
    output.out().println(BeatKeyFile.line(master, id));
    return ExitStatus.DONE;
  }
}
