package dev.tinwire.httpserver;

import dev.tinwire.wire.command.Ending;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Interrupts;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.secret.Prompt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code tinwire serve}: opens the site, says where it is, and waits until it is to end.
 *
 * @param home the user's own folder, which is not published by mistake
 * @param person who sits at the terminal, if anybody does, and can be asked for a password
 */
record ServeCommand(Path home, Ending ending, Supplier<Optional<Prompt>> person) {
  static ServeCommand ofProcess() {
    return new ServeCommand(
        Path.of(System.getProperty("user.home", "/")), new Interrupts(), Prompt::terminal);
  }

  int run(Parsed parsed, Standard standard) throws IOException, InterruptedException, UsageError {
    var addresses = NetworkAddresses.here();
    var plan = ServePlan.of(parsed, standard, home, addresses);
    var identity = ServeIdentity.of(parsed, standard, home);
    if (identity.isPresent()) Carriers.oneMore();
    var manager = ServiceManager.of(standard.environment());
    var start = ServeStart.of(parsed, plan, identity, manager);
    var output = Output.of(parsed, standard);
    long began = System.nanoTime();
    try (var report = new ServeReport(output, parsed.get(ServeOptions.LOG))) {
      var access = plan.access(person, report);
      Counters counters;
      var names = NameRule.of(parsed, start.where(), identity.isPresent());
      try (var site = plan.open(access, report).under(names);
          var server = start.start(site)) {
        site.servedBy(server);
        counters = server.counters();
        start.note(server).ifPresent(output::note);
        var banner =
            new Banner(
                plan.what().readable(home),
                plan.kind(),
                plan.site().receiving(),
                start.where(),
                addresses.forOthers(),
                server.port(),
                identity.map(ServeIdentity::fingerprint),
                access.map(Access::line));
        ending.begin(site.drafts()::abandon);
        report.listening(banner, plan.what().path());
        tell(output, manager::ready);
        ending.await();
        tell(output, manager::stopping);
        site.endStreams();
      }
      report.ended(counters, Duration.ofNanos(System.nanoTime() - began));
    }
    return ExitStatus.DONE;
  }

  /** Whoever waits for it waits in vain then, and will say so; we go on. */
  private static void tell(Output output, ManagerCall call) {
    try {
      call.make();
    } catch (IOException e) {
      output.note("the service manager cannot be told: " + e.getMessage());
    }
  }

  @FunctionalInterface
  private interface ManagerCall {
    void make() throws IOException;
  }
}
