package dev.tinwire.udppinger;

import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.DialFailed;
import dev.tinwire.wire.DialOptions;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.Resolver;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Interrupts;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * {@code tinwire ping}: looks the targets up, warms up meanwhile, and runs.
 *
 * @param listening tells the run what the user wants while it goes on
 */
record PingCommand(
    Openers openers, Resolver resolver, RandomGenerator random, Consumer<Wishes> listening) {
  private static final Duration WARM_UP = Duration.ofMillis(130);

  static PingCommand ofProcess() {
    return new PingCommand(
        Openers.ofPlatform(),
        Resolver.system(),
        new SecureRandom(),
        wishes -> {
          Interrupts.onFirst(wishes::end);
          QuitSignal.listen(wishes::figures);
        });
  }

  int run(Parsed parsed, Standard standard) throws IOException, InterruptedException, UsageError {
    var plan = PingPlan.of(parsed);
    var output = Output.of(parsed, standard);
    var wishes = new Wishes(Thread.currentThread());
    listening.accept(wishes);
    var wire = plan.wire(parsed, output, random);
    var finder = new TargetFinder(plan.udpHosts(), plan.family(), resolver);
    var opener = openers.choose(parsed.find(PingOptions.CLOCK));
    if (plan.warms()) new WarmUp(opener, plan.watchful(), WARM_UP).run(wire, plan.warmUp());
    List<Opened> opened = open(plan, finder, opener);
    var verdict = verdict(parsed);
    if (plan.interactive()) return talk(opened.getFirst(), plan, standard, wishes, verdict, output);
    var reports = Reports.of(parsed, output);
    if (output.verbose()) reports.addFirst(wiretap(output, wire));
    var interval = parsed.find(PingOptions.INTERVAL_REPORT);
    try (var run = new Run(reports, plan.deadline(), interval, wishes, output.verbose())) {
      for (var one : opened) {
        run.add(one.target(), plan.session(random), wire.probes(), one.socket());
      }
      run.go();
      if (!plan.tcp()) advise(run, output);
      for (var session : run.sessions()) {
        verdict.why(session.target().label(), session.statistics()).ifPresent(output::note);
      }
      return verdict.of(run.sessions().stream().map(Session::statistics).toList());
    }
  }

  private static Verdict verdict(Parsed parsed) {
    Optional<Double> maxLoss = parsed.find(PingOptions.MAX_LOSS);
    boolean asked = parsed.given(PingOptions.MAX_LOSS);
    return new Verdict(maxLoss.filter(_ -> asked), parsed.find(PingOptions.MAX_RTT));
  }

  private static void advise(Run run, Output output) {
    for (Session session : run.sessions()) {
      String label = session.target().label();
      Advice.of(label, session.statistics().counts()).ifPresent(output::note);
    }
  }

  private static Wiretap wiretap(Output output, Wire wire) {
    Conversation conversation = output.conversation(new PacketExplanations());
    return new Wiretap(conversation, wire, output.explain());
  }

  private static int talk(
      Opened opened,
      PingPlan plan,
      Standard standard,
      Wishes wishes,
      Verdict verdict,
      Output output)
      throws IOException, InterruptedException {
    boolean prompt = standard.terminals().in() && standard.terminals().out();
    try (PingSocket socket = opened.socket()) {
      String label = opened.target().label();
      var talk = new Interactive(socket, label, plan.timeout(), standard.out(), prompt, wishes);
      Statistics figures = talk.run(standard.in());
      verdict.why(label, figures).ifPresent(output::note);
      return verdict.of(List.of(figures));
    }
  }

  /** A target and the socket that is connected to it. */
  private record Opened(Target target, PingSocket socket) {}

  private List<Opened> open(PingPlan plan, TargetFinder finder, PingSocket.Opener opener)
      throws IOException, InterruptedException, UsageError {
    var opened = new ArrayList<Opened>();
    try {
      if (plan.tcp()) {
        for (Endpoint host : plan.hosts()) opened.add(dial(host, plan));
      } else {
        for (var found : finder.found()) opened.add(open(found, plan, opener));
      }
      return opened;
    } catch (Throwable e) {
      for (var one : opened) one.socket().close();
      throw e;
    }
  }

  private static Opened dial(Endpoint host, PingPlan plan)
      throws IOException, InterruptedException, UsageError {
    var options = DialOptions.defaults().withFamily(plan.family());
    if (plan.bind().isPresent()) options = options.withBind(plan.bind().get().address());
    try {
      var socket = LineSocket.dial(host, options);
      return new Opened(new Target(host, socket.peer()), socket);
    } catch (DialFailed e) {
      if (e.kind() == DialFailed.Kind.UNKNOWN_HOST) throw TargetFinder.unknown(e);
      throw e;
    }
  }

  private static IOException noWay(
      InetSocketAddress peer, Optional<InetAddress> bind, IOException e) {
    String to = "cannot send to " + Endpoint.of(peer);
    if (e instanceof WireException) return e;
    if (bind.isEmpty()) return new WireException(to + ": " + Sender.reason(e), e);
    String from = " from " + IpLiteral.of(bind.get()) + ": ";
    return new WireException(to + from + Sender.reason(e) + "; is --bind an address of ours?", e);
  }

  /** Tries one address after the other: where there is no route, connecting fails at once. */
  private static Opened open(TargetFinder.Found found, PingPlan plan, PingSocket.Opener opener)
      throws IOException, UsageError {
    Optional<InetAddress> bind =
        plan.bind().isEmpty() ? Optional.empty() : Optional.of(plan.bind().get().address());
    IOException first = null;
    for (InetAddress address : found.addresses()) {
      if (bind.isPresent() && bind.get().getClass() != address.getClass()) continue;
      var peer = new InetSocketAddress(address, found.endpoint().port());
      boolean df = plan.dontFragment();
      var wish = new SocketWish(peer, bind, plan.ttl(), plan.dscp(), df, plan.watchful());
      try {
        return new Opened(new Target(found.endpoint(), peer), opener.open(wish));
      } catch (IOException e) {
        if (first == null) first = noWay(peer, bind, e);
      }
    }
    if (first != null) throw first;
    throw new UsageError("--bind and " + found.endpoint() + " are of different kinds (IPv4, IPv6)");
  }
}
