package dev.tinwire.udppinger;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Resolver;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.secret.SecretReader;
import dev.tinwire.wire.secret.SecretSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * {@code tinwire ping}: looks the targets up, warms up meanwhile, and runs.
 *
 * @param listening tells the run what the user wants while it goes on
 */
record PingCommand(
    Openers openers, Resolver resolver, RandomGenerator random, Consumer<Wishes> listening) {
  private static final Duration WARM_UP = Duration.ofMillis(150);
  private static final Duration KEY = Duration.ofSeconds(10);

  static PingCommand ofProcess() {
    return new PingCommand(
        Openers.ofPlatform(),
        Resolver.system(),
        new SecureRandom(),
        wishes -> {
          Signals.onEnd(wishes::end);
          QuitSignal.listen(wishes::figures);
        });
  }

  int run(Parsed parsed, Standard standard) throws IOException, InterruptedException, UsageError {
    var plan = PingPlan.of(parsed);
    var output = Output.of(parsed, standard);
    var wishes = new Wishes(Thread.currentThread());
    listening.accept(wishes);
    var wire = new Wire(plan.wire(), plan.size(), key(parsed, output), random);
    if (plan.size().isPresent() && plan.size().getAsInt() < wire.least()) {
      throw new UsageError("--size: these packets have " + wire.least() + " bytes at least");
    }
    var finder = new TargetFinder(plan.hosts(), plan.family(), resolver);
    var opener = openers.choose(parsed.find(PingOptions.CLOCK));
    if (plan.warmUp() > 0) new WarmUp(opener, WARM_UP).run(wire, plan.warmUp());
    var reports = Reports.of(parsed, output);
    var interval = parsed.find(PingOptions.INTERVAL_REPORT);
    try (var run = new Run(reports, plan.deadline(), interval, wishes, null)) {
      for (var found : finder.found()) {
        var socket = open(found, plan, opener);
        var target = new Target(found.endpoint(), socket.peer());
        run.add(target, plan.session(random), wire.probes(), socket.socket());
      }
      run.go();
      var figures = run.sessions().stream().map(Session::statistics).toList();
      var verdict = new Verdict(parsed.get(PingOptions.MAX_LOSS), parsed.find(PingOptions.MAX_RTT));
      return verdict.of(figures);
    }
  }

  private static @Nullable StampKey key(Parsed parsed, Output output)
      throws IOException, InterruptedException {
    Optional<Path> file = parsed.find(PingOptions.KEY_FILE);
    if (file.isEmpty()) return null;
    var reader = SecretReader.ofThisProcess(output::note);
    try (var secret = reader.read(new SecretSource.InFile(file.get()), Deadline.in(KEY))) {
      return secret.use(StampKey::new);
    }
  }

  /** A socket and whom it is connected to. */
  private record Opened(PingSocket socket, InetSocketAddress peer) {}

  /** Tries one address after the other: where there is no route, connecting fails at once. */
  private static Opened open(TargetFinder.Found found, PingPlan plan, PingSocket.Opener opener)
      throws IOException, UsageError {
    Optional<InetAddress> bind =
        plan.bind().isEmpty() ? Optional.empty() : Optional.of(plan.bind().get().address());
    IOException first = null;
    for (InetAddress address : found.addresses()) {
      if (bind.isPresent() && bind.get().getClass() != address.getClass()) continue;
      var peer = new InetSocketAddress(address, found.endpoint().port());
      var wish = new SocketWish(peer, bind, plan.ttl(), plan.dscp(), plan.dontFragment());
      try {
        return new Opened(opener.open(wish), peer);
      } catch (IOException e) {
        if (first == null) first = e;
      }
    }
    if (first != null) throw first;
    throw new UsageError("--bind and " + found.endpoint() + " are of different kinds (IPv4, IPv6)");
  }
}
