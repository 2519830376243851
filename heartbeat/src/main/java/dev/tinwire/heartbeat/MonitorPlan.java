package dev.tinwire.heartbeat;

import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.Durations;
import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.command.CommonOptions;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.secret.SecretReader;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command line of {@code monitor} thought through to the end, as far as it is about hearing.
 *
 * @param caution what is known from the start of wishes that cannot both be fulfilled
 */
record MonitorPlan(
    Monitor.Plan monitor,
    List<String> expected,
    Optional<Path> events,
    Optional<Path> snapshot,
    Optional<String> caution) {
  private static final InetAddress LOOPBACK_4 = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress LOOPBACK_6 = InetAddress.ofLiteral("::1");
  private static final InetAddress ANY_4 = InetAddress.ofLiteral("0.0.0.0");
  private static final InetAddress ANY_6 = InetAddress.ofLiteral("::");

  static MonitorPlan of(
      Parsed parsed, SecretReader secrets, Conversation conversation, Set<InetAddress> ours)
      throws IOException, InterruptedException, UsageError {
    var gate = gate(parsed, secrets);
    var plan =
        new Monitor.Plan(
            places(parsed, ours),
            parsed.get(MonitorOptions.PORT),
            gate,
            rules(parsed, gate),
            parsed.get(MonitorOptions.DETECTOR).many(tolerance(parsed)),
            parsed.has(MonitorOptions.PROBE),
            !parsed.has(CommonOptions.QUIET) && !parsed.has(CommonOptions.JSON),
            conversation,
            MonitorLimits.DEFAULT);
    return new MonitorPlan(
        plan,
        parsed.all(MonitorOptions.EXPECT).stream().flatMap(List::stream).distinct().toList(),
        parsed.find(MonitorOptions.EVENTS),
        parsed.find(MonitorOptions.SNAPSHOT),
        caution(tolerance(parsed), plan.rules().period()));
  }

  private static Gate gate(Parsed parsed, SecretReader secrets)
      throws IOException, InterruptedException, UsageError {
    var file = parsed.find(MonitorOptions.KEY_FILE);
    var textbook = new HashSet<InetAddress>();
    for (IpLiteral literal : parsed.all(MonitorOptions.ALLOW_TEXTBOOK))
      textbook.add(literal.address());
    if (file.isEmpty()) {
      if (textbook.isEmpty()) return Gate.OPEN;
      throw new UsageError(
          "--allow-textbook is an exception to --key-file; without it all are heard");
    }
    return new Gate(Optional.of(BeatKeyFile.read(file.get(), secrets)), textbook);
  }

  private static BookRules rules(Parsed parsed, Gate gate) throws UsageError {
    boolean expectedOnly = parsed.has(MonitorOptions.EXPECTED_ONLY);
    boolean none = parsed.all(MonitorOptions.EXPECT).isEmpty();
    if (expectedOnly && none && parsed.find(WatchOptions.CONFIG).isEmpty()) {
      throw new UsageError("--expected-only hears nobody without --expect ID,... or --config");
    }
    return new BookRules(
        parsed.get(MonitorOptions.SENDERS),
        parsed.find(MonitorOptions.EVERY).orElse(BookRules.DEFAULT.period()),
        parsed.get(MonitorOptions.GRACE),
        parsed.get(MonitorOptions.BLIND_FOR),
        expectedOnly,
        gate.key().isPresent());
  }

  static Tolerance tolerance(Parsed parsed) throws UsageError {
    var within = parsed.find(MonitorOptions.DETECT_WITHIN);
    if (within.isPresent() && within.get().compareTo(Duration.ofMillis(10)) < 0) {
      throw new UsageError("--detect-within is at least 10ms");
    }
    return new Tolerance(
        parsed.get(MonitorOptions.FALSE_ALARMS), within, parsed.has(MonitorOptions.ROBUST));
  }

  /** A lost beat is a silence of two periods. */
  private static Optional<String> caution(Tolerance tolerance, Duration period) {
    return tolerance
        .detectWithin()
        .filter(within -> within.compareTo(period.multipliedBy(2)) <= 0)
        .map(within ->
            "--detect-within "
                + Durations.print(within)
                + " and --false-alarms cannot both hold for senders that beat every "
                + Durations.print(period)
                + ": each lost beat is an alarm; monitor why ID says how it is for one of them");
  }

  /** All addresses of this computer. */
  static Set<InetAddress> ours() throws IOException {
    var all = new HashSet<InetAddress>();
    for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
      if (card.isUp()) card.inetAddresses().forEach(all::add);
    }
    return all;
  }

  private static List<InetAddress> places(Parsed parsed, Set<InetAddress> ours)
      throws IOException, UsageError {
    var bind = parsed.find(MonitorOptions.BIND);
    boolean lan = parsed.has(MonitorOptions.LAN);
    if (bind.isPresent() && lan) {
      throw new UsageError("--bind names one address and --lan means all; use one of the two");
    }
    // Listening at :: takes IPv4 too.
    if (lan) return List.of(ours.stream().anyMatch(Inet6Address.class::isInstance) ? ANY_6 : ANY_4);
    if (bind.isEmpty()) {
      return ours.contains(LOOPBACK_6) ? List.of(LOOPBACK_4, LOOPBACK_6) : List.of(LOOPBACK_4);
    }
    InetAddress address = bind.get().address();
    if (!address.isAnyLocalAddress() && !address.isLoopbackAddress() && !ours.contains(address)) {
      throw new UsageError("this computer has no address " + IpLiteral.of(address));
    }
    return List.of(address);
  }
}
