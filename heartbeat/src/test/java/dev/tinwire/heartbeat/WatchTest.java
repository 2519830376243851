package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All of it together around a fleet in memory, from the command line to the hook. */
@Timeout(60)
final class WatchTest {
  @TempDir private Path folder;
  private final TestFleet fleet = TestFleet.now();
  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
  private final MonitorServices services =
      new MonitorServices(
          call -> {
            calls.add(call.method() + " " + call.url());
            return 200;
          },
          MonitorServices.NONE.mail(),
          MonitorServices.NONE.web());

  /** The plan that a command line leads to. */
  private WatchPlan plan(String... words) throws InterruptedException {
    var plan = new AtomicReference<Optional<WatchPlan>>(Optional.empty());
    Outcome outcome = run(plan, words);
    return plan.get().orElseThrow(() -> new AssertionError(outcome));
  }

  private Outcome run(AtomicReference<Optional<WatchPlan>> plan, String... words)
      throws InterruptedException {
    var command =
        Command.of(
                "monitor",
                "test",
                (parsed, standard) -> {
                  var checked = WatchOptions.check(parsed, standard);
                  if (checked.isPresent()) return checked.getAsInt();
                  var snapshot = Optional.of(folder.resolve("snapshot"));
                  plan.set(Optional.of(WatchOptions.plan(parsed, standard, 13000, snapshot)));
                  return ExitStatus.DONE;
                })
            .options(WatchOptions.TELLING)
            .options(WatchOptions.SHOWING);
    return Invocation.of(words)
        .on((args, in, out, err, env) ->
            command.run(args, new Standard(in, out, err, Map.copyOf(env), Terminals.NONE)));
  }

  private String next() throws InterruptedException {
    return String.valueOf(log.poll(30, TimeUnit.SECONDS));
  }

  private ControlAnswer ask(ControlRequest request) throws Exception {
    return new ControlClient(folder.resolve("c"), Deadline.in(Duration.ofSeconds(20))).ask(request);
  }

  @Test
  void aFallReachesTheHookAndTheWebhookAndTheBooks() throws Exception {
    fleet.with("a", SenderState.UP);
    var plan =
        plan(
            "--on-change", "sh -c 'echo $TINWIRE_ID $TINWIRE_EVENT'",
            "--webhook", "http://chat.example/x",
            "--control", folder.resolve("c").toString());
    try (var _ = Watch.start(fleet, plan, services, log::add)) {
      fleet.happen("a", Happening.DOWN, Duration.ofSeconds(3));
      assertEquals("hook sh: a down", next());
      assertEquals("POST http://chat.example/x", calls.poll(30, TimeUnit.SECONDS));
      assertTrue(
          ask(new ControlRequest.Tally(true)).lines().getFirst().contains("no beat in time"));
    }
    assertTrue(Files.exists(folder.resolve("snapshot.uptime")), "kept at the end");
  }

  @Test
  void aReloadPutsTheFileInForceAndAWrongFileChangesNothing() throws Exception {
    fleet.with("a", SenderState.UP);
    Path file = Files.writeString(folder.resolve("conf"), "[sender a]\nmute = yes\n");
    var plan =
        plan(
            "--config", file.toString(),
            "--on-change", "sh -c 'echo $TINWIRE_EVENT'",
            "--control", folder.resolve("c").toString());
    try (var _ = Watch.start(fleet, plan, services, log::add)) {
      Files.writeString(file, "[sender a]\nmute = maybe\n");
      var refused = ask(new ControlRequest.Reload());
      assertEquals(false, refused.done());
      assertEquals(
          List.of(
              file + ":2:8: mute: bad answer \"maybe\": write yes or no",
              "what was in force before stays in force"),
          refused.lines());
      Files.writeString(file, "[sender a]\n");
      assertEquals(
          new ControlAnswer(true, List.of("read " + file + ": 1 senders, 0 groups")),
          ask(new ControlRequest.Reload()));
      fleet.happen("a", Happening.DOWN, Duration.ofSeconds(3));
      assertEquals("hook sh: down", next());
    }
  }

  @Test
  void alertmanagerConsulAndThePingUrlAreToldAtOnce() throws Exception {
    fleet.with("a", SenderState.DOWN);
    var plan =
        plan(
            "--no-control",
            "--alertmanager",
            "http://am.example:9093",
            "--consul",
            "http://consul.example:8500",
            "--ping-url",
            "http://ping.example/1");
    try (var _ = Watch.start(fleet, plan, services, log::add)) {
      var told = new TreeSet<String>();
      while (told.size() < 4) told.add(String.valueOf(calls.poll(30, TimeUnit.SECONDS)));
      assertEquals(
          List.of(
              "GET http://ping.example/1",
              "POST http://am.example:9093/api/v2/alerts",
              "PUT http://consul.example:8500/v1/agent/check/update/tinwire-a",
              "PUT http://consul.example:8500/v1/agent/service/register"),
          List.copyOf(told));
    }
  }

  @Test
  void checkConfigSaysAllThatIsWrong() throws Exception {
    Path file = Files.writeString(folder.resolve("conf"), "[sender a]\ngrup = x\nremind = 1\n");
    var none = new AtomicReference<Optional<WatchPlan>>(Optional.empty());
    var outcome = run(none, "--config", file.toString(), "--check-config");
    assertEquals(1, outcome.status());
    assertEquals(
        List.of(
            file + ":2:1: [sender a] has no key grup; did you mean group?",
            file + ":3:11: remind: bad duration \"1\": needs a unit, such as 1s or 1ms"),
        outcome.lines());
    Files.writeString(file, "[group g]\n[sender a]\ngroup = g\n");
    var right = run(none, "--config", file.toString(), "--check-config");
    assertEquals(
        List.of(file + ": 1 senders, 1 groups, 0 maintenance windows, no faults"), right.lines());
    assertEquals(2, run(none, "--check-config").status());
    assertEquals(1, run(none, "--check-config", "--config", "/no/such").status());
    assertEquals(2, run(none, "--webhook", "chat.example").status());
    assertEquals(2, run(none, "--mail", "nobody").status());
    assertEquals(2, run(none, "--mail-with", "--via 'gmail").status());
    assertEquals(2, run(none, "--web=host:99999").status());
  }

  @Test
  void webAloneIsThisComputerOnly() throws Exception {
    assertEquals("127.0.0.1:13080", plan("--web").web().orElseThrow().toString());
    assertEquals("127.0.0.1:8080", plan("--web=8080").web().orElseThrow().toString());
    assertEquals("[::]:80", plan("--web=[::]:80").web().orElseThrow().toString());
  }
}
