package dev.tinwire.heartbeat;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Sizes;
import dev.tinwire.wire.command.Ending;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.secret.SecretReader;
import dev.tinwire.wire.terminal.Explanations;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** {@code tinwire monitor}: hears heartbeats until somebody ends it, and says what they tell. */
record MonitorCommand(Ending ending) {
  int run(Parsed parsed, Standard standard) throws IOException, InterruptedException, UsageError {
    var output = Output.of(parsed, standard);
    List<String> words = parsed.all(MonitorOptions.WORDS);
    if (!words.isEmpty()) return MonitorWords.run(words, parsed, output);
    var plan =
        MonitorPlan.of(
            parsed,
            SecretReader.ofThisProcess(output::note),
            output.conversation(Explanations.NONE),
            MonitorPlan.ours());
    try (var monitor = Monitor.open(plan.monitor())) {
      watch(monitor, plan, output);
    }
    return ExitStatus.DONE;
  }

  private void watch(Monitor monitor, MonitorPlan plan, Output output)
      throws IOException, InterruptedException {
    if (plan.snapshot().isPresent() && monitor.snapshot(plan.snapshot().get()).read()) {
      output.note("going on from " + plan.snapshot().get());
    }
    plan.expected().forEach(monitor::expect);
    monitor.hear(printer(output));
    Thread keeping = null;
    try (var events =
        plan.events().isEmpty() ? null : new EventLog(plan.events().get(), output::note)) {
      if (events != null) monitor.hear(events);
      monitor.start();
      output.note(beginning(monitor, plan));
      if (plan.snapshot().isPresent()) {
        var work = new Keeping(monitor.snapshot(plan.snapshot().get()), output::note);
        keeping = Thread.ofPlatform().daemon().name("snapshot").start(work);
      }
      ending.await();
      monitor.close();
    } finally {
      if (keeping != null) {
        keeping.interrupt();
        keeping.join();
      }
    }
    ending(monitor, output);
  }

  private static Consumer<Told> printer(Output output) {
    if (output.json()) return told -> EventLine.of(told).ifPresent(output.jsonLines()::write);
    var lines = new ClassicLines(ZoneId.systemDefault());
    return told -> {
      lines.of(told).ifPresent(output.out()::println);
      lines.note(told).ifPresent(output::note);
    };
  }

  private static String beginning(Monitor monitor, MonitorPlan plan) throws IOException {
    String where =
        monitor.addresses().stream()
            .map(address -> Endpoint.of(address).toString())
            .collect(Collectors.joining(" "));
    String who = plan.monitor().gate().key().isPresent() ? "signed beats" : "beats";
    int wanted = plan.monitor().limits().buffer();
    String buffer = "a buffer of " + Sizes.print(monitor.buffer());
    if (monitor.buffer() < wanted) {
      buffer +=
          ", where "
              + Sizes.print(wanted)
              + " was asked for (sysctl net.core.rmem_max="
              + wanted
              + ")";
    }
    return "hearing " + who + " at " + where + ", with " + buffer;
  }

  private static void ending(Monitor monitor, Output output) {
    var view = monitor.view();
    var words = new StringJoiner(", ");
    words.add(view.received() + (view.received() == 1 ? " datagram" : " datagrams"));
    words.add(view.senders().size() + (view.senders().size() == 1 ? " sender" : " senders"));
    long[] rejected = monitor.rejected();
    if (Arrays.stream(rejected).sum() > 0) {
      for (Rejection why : Rejection.values()) {
        if (rejected[why.ordinal()] > 0) words.add(rejected[why.ordinal()] + " " + why);
      }
    }
    if (view.ownDrops() > 0) words.add(view.ownDrops() + " dropped by our own kernel");
    if (monitor.leftOut() > 0) words.add(monitor.leftOut() + " plain lines left out");
    output.note(words.toString());
  }
}
