package dev.tinwire.heartbeat;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Family;
import dev.tinwire.wire.command.NetworkOptions;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.secret.SecretReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A command line of {@code beat} thought through to the end. */
record BeatPlan(
    List<Endpoint> monitors,
    Family family,
    Optional<InetAddress> bind,
    Duration every,
    boolean tagged,
    String id,
    Map<String, String> values,
    Optional<BeatKey> key,
    OptionalInt count,
    Optional<ProcessHandle> guarded,
    List<String> run,
    Optional<Condition> condition) {
  BeatPlan {
    monitors = List.copyOf(monitors);
    run = List.copyOf(run);
  }

  /**
   * Thinks it through.
   *
   * @param run the words behind {@code --run}
   */
  static BeatPlan of(Parsed parsed, List<String> run, SecretReader secrets)
      throws IOException, InterruptedException, UsageError {
    boolean tagged = parsed.get(BeatOptions.FORMAT);
    var values = values(parsed);
    var keyFile = parsed.find(BeatOptions.KEY_FILE);
    if (!tagged) contradictions(parsed, values);
    if (parsed.find(BeatOptions.WHILE).isPresent() && !run.isEmpty()) {
      throw new UsageError("--while watches a process and --run starts one; use one of the two");
    }
    Optional<BeatKey> key =
        keyFile.isPresent()
            ? Optional.of(BeatKeyFile.read(keyFile.get(), secrets))
            : Optional.empty();
    Duration every = parsed.get(BeatOptions.EVERY);
    return new BeatPlan(
        parsed.all(BeatOptions.MONITORS),
        NetworkOptions.family(parsed),
        bind(parsed),
        every,
        tagged,
        parsed.find(BeatOptions.ID).orElseGet(HostId::ofThisComputer),
        values,
        key,
        parsed.find(BeatOptions.COUNT).map(OptionalInt::of).orElse(OptionalInt.empty()),
        guarded(parsed),
        run,
        parsed.find(BeatOptions.CHECK).map(command -> Condition.of(command, every)));
  }

  private static void contradictions(Parsed parsed, Map<String, String> values) throws UsageError {
    if (parsed.find(BeatOptions.KEY_FILE).isPresent()) {
      throw new UsageError(
          "the textbook's format cannot be signed; leave --format or --key-file out");
    }
    if (!values.isEmpty() || parsed.find(BeatOptions.ID).isPresent()) {
      throw new UsageError(
          "the textbook's format has a number and a time only, no --id and no --value");
    }
  }

  private static Map<String, String> values(Parsed parsed) throws UsageError {
    var values = new LinkedHashMap<String, String>();
    for (var one : parsed.all(BeatOptions.VALUE)) values.put(one.getKey(), one.getValue());
    if (values.size() > PairParser.MOST_VALUES) throw new UsageError("at most eight --value fit");
    // The rest of a beat: an id of 64, numbers, " v.exit=255" and a mac.
    int length = values.entrySet().stream().mapToInt(v -> 4 + v.toString().length()).sum();
    if (length > 256)
      throw new UsageError("the values have " + length + " octets; 256 fit into a beat");
    return values;
  }

  private static Optional<InetAddress> bind(Parsed parsed) throws IOException {
    var literal = parsed.find(NetworkOptions.BIND);
    return literal.isEmpty() ? Optional.empty() : Optional.of(literal.get().address());
  }

  private static Optional<ProcessHandle> guarded(Parsed parsed) throws UsageError {
    var pid = parsed.find(BeatOptions.WHILE);
    if (pid.isEmpty()) return Optional.empty();
    var process = ProcessHandle.of(pid.get()).filter(ProcessHandle::isAlive);
    if (process.isEmpty()) throw new UsageError("there is no process " + pid.get());
    return process;
  }

  BeatWriter writer(long boot) {
    int millis = (int) every.toMillis();
    return new BeatWriter(new BeatWriter.Voice(tagged, id, boot, millis, values), key);
  }

  InetSocketAddress local() {
    return bind.map(address -> new InetSocketAddress(address, 0)).orElse(new InetSocketAddress(0));
  }
}
