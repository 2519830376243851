package dev.tinwire.udppinger;

import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.secret.SecretReader;
import java.io.IOException;
import java.net.BindException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SplittableRandom;

/** {@code tinwire echo}: opens the sockets, says where they are, and waits for the end. */
record EchoCommand(EchoEnding ending) {
  int run(Parsed parsed, Standard standard) throws IOException, InterruptedException, UsageError {
    var output = Output.of(parsed, standard);
    var plan =
        EchoPlan.of(
            parsed,
            EchoPlaces.ours(),
            () -> SecretReader.ofThisProcess(output::note),
            new SplittableRandom());
    Optional<String> obstacle = EchoSockets.obstacle(plan.clock());
    EchoSocket.Opener opener = EchoSockets.opener(obstacle);
    try (var report = new EchoReport(output, plan.log(), ZoneId.systemDefault())) {
      EchoCounters counters;
      try (var server = start(plan, plan.service().withObserver(report), opener);
          var _ = Housekeeper.start()) {
        counters = server.counters();
        var banner = new EchoBanner(plan, server.addresses(), obstacle);
        ending.await(() -> report.listening(banner), () -> report.sums(counters));
      }
      report.sums(counters);
    }
    return ExitStatus.DONE;
  }

  private static EchoServer start(EchoPlan plan, EchoService service, EchoSocket.Opener opener)
      throws IOException {
    EchoRehearsal.start(service.key(), opener);
    try {
      return EchoServer.start(plan.at(), plan.tcp(), service, opener);
    } catch (BindException e) {
      throw new WireException(plan.taken(String.valueOf(e.getMessage())));
    }
  }
}
