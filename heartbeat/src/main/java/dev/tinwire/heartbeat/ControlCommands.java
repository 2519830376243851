package dev.tinwire.heartbeat;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Durations;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Argument;
import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.CommonOptions;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Group;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code tinwire monitor mute|unmute|ack|forget|why|list|report|reload}: talk to a running one. */
final class ControlCommands {
  static final int PORT = 13000;

  static final Value<Path> CONTROL =
      Value.of("PATH", WatchOptions::path, "the monitor's control socket", "--control");
  static final Value<Integer> OF_PORT =
      Value.of("PORT", Grammar.number(1, 65535), "the port of the monitor that is meant", "--port")
          .preset(Integer.toString(PORT));
  static final Value<Duration> TIMEOUT =
      Value.of("TIME", Durations::parse, "wait so long for the answer", "-w", "--timeout")
          .preset("10s");

  private static final Group WHICH = Group.of("Which monitor", OF_PORT, CONTROL, TIMEOUT);
  private static final Argument<String> ID =
      Argument.one("ID", ControlRequest::id, "the sender that is meant");
  private static final Argument<Duration> FOR =
      Argument.optional("TIME", Durations::parse, "for how long; 1h if it is not said");

  private ControlCommands() {}

  /** The command of that word, if it is one of these. */
  static Optional<Command> named(String word) {
    return Optional.ofNullable(
        switch (word) {
          case "mute" -> muting();
          case "unmute" ->
              about(word, "calls people again because of ID", ControlRequest.Unmute::new);
          case "ack" ->
              about(
                  word,
                  "sends no more reminders while ID is down",
                  ControlRequest.Acknowledge::new);
          case "forget" ->
              about(word, "removes ID as if it had never been heard", ControlRequest.Forget::new);
          case "why" -> about(word, "explains the deadline of ID", ControlRequest.Why::new);
          case "list" ->
              asking(
                  word,
                  "lists all senders, the most troubled first",
                  ControlRequest.Enumerate::new);
          case "report" ->
              asking(
                  word, "prints how available each was, as CSV or JSON", ControlRequest.Tally::new);
          case "reload" ->
              asking(word, "reads the configuration again", _ -> new ControlRequest.Reload());
          default -> null;
        });
  }

  private static Command muting() {
    return Command.of(
            "monitor mute",
            "calls nobody because of ID for a time",
            (parsed, standard) -> {
              Duration time = parsed.find(FOR).orElse(Duration.ofHours(1));
              return ask(new ControlRequest.Mute(parsed.get(ID), time), parsed, standard);
            })
        .arguments(ID, FOR)
        .options(WHICH);
  }

  private static Command about(
      String word, String summary, Function<String, ControlRequest> request) {
    return Command.of(
            "monitor " + word,
            summary,
            (parsed, standard) -> ask(request.apply(parsed.get(ID)), parsed, standard))
        .arguments(ID)
        .options(WHICH);
  }

  private static Command asking(
      String word, String summary, Function<Boolean, ControlRequest> request) {
    return Command.of(
            "monitor " + word,
            summary,
            (parsed, standard) -> {
              boolean json = parsed.has(CommonOptions.JSON);
              return ask(request.apply(json), parsed, standard);
            })
        .options(WHICH);
  }

  private static int ask(ControlRequest request, Parsed parsed, Standard standard)
      throws IOException {
    Path path =
        parsed
            .find(CONTROL)
            .orElseGet(() -> ControlPath.usual(standard.environment(), parsed.get(OF_PORT)));
    var client = new ControlClient(path, Deadline.in(parsed.get(TIMEOUT)));
    ControlAnswer answer = client.ask(request);
    if (!answer.done()) throw new WireException(String.join("\n", visible(answer.lines())));
    visible(answer.lines()).forEach(standard.out()::println);
    return ExitStatus.DONE;
  }

  /** JSON is printed safely already, and an escape more would break it. */
  private static List<String> visible(List<String> lines) {
    return lines.stream().map(line -> line.startsWith("{") ? line : Visible.of(line)).toList();
  }
}
