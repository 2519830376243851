package dev.tinwire.udppinger;

import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.secret.SecretReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A command line of {@code echo} thought through to the end. */
record EchoPlan(
    EchoPlaces places, int port, boolean tcp, boolean log, ClockWish clock, EchoService service) {

  /**
   * Thinks it through.
   *
   * @param secrets made only if there is one to read: whoever can be asked takes long to find
   */
  static EchoPlan of(
      Parsed parsed, Set<InetAddress> ours, Supplier<SecretReader> secrets, RandomGenerator random)
      throws IOException, InterruptedException, UsageError {
    EchoPlaces places = EchoPlaces.decide(bind(parsed), parsed.has(EchoOptions.LAN), ours);
    return new EchoPlan(
        places,
        parsed.get(EchoOptions.PORT),
        parsed.has(EchoOptions.TCP),
        parsed.has(EchoOptions.LOG),
        parsed.get(EchoOptions.CLOCK),
        service(parsed, secrets).withSimulation(simulation(parsed, random)));
  }

  private static Optional<InetAddress> bind(Parsed parsed) throws IOException {
    Optional<IpLiteral> literal = parsed.find(EchoOptions.BIND);
    return literal.isEmpty() ? Optional.empty() : Optional.of(literal.get().address());
  }

  private static EchoService service(Parsed parsed, Supplier<SecretReader> secrets)
      throws IOException, InterruptedException, UsageError {
    Optional<EchoWire> wire = parsed.find(EchoOptions.WIRE);
    Optional<Path> keyFile = parsed.find(EchoOptions.KEY_FILE);
    if (keyFile.isPresent() && wire.isPresent() && wire.get() != EchoWire.STAMP) {
      throw new UsageError("--key-file signs STAMP; --wire " + word(wire.get()) + " has no HMAC");
    }
    if (parsed.has(EchoOptions.UPPER)
        && (keyFile.isPresent() || wire.equals(Optional.of(EchoWire.STAMP)))) {
      throw new UsageError("--upper is for text and raw datagrams; STAMP has no letters");
    }
    var service = EchoService.plain().withLimits(limits(parsed));
    if (wire.isPresent()) service = service.withOnly(wire.get());
    if (parsed.has(EchoOptions.UPPER)) service = service.withUpper();
    if (keyFile.isPresent()) service = service.withKey(KeyFile.read(keyFile.get(), secrets.get()));
    return service;
  }

  private static String word(EchoWire wire) {
    return wire.name().toLowerCase(Locale.ROOT);
  }

  private static EchoLimits limits(Parsed parsed) {
    var limits =
        EchoLimits.DEFAULT
            .withRateInAll(parsed.get(EchoOptions.RATE_IN_ALL))
            .withClients(parsed.get(EchoOptions.CLIENTS));
    return parsed.find(EchoOptions.RATE).map(limits::withRate).orElse(limits);
  }

  private static Simulation simulation(Parsed parsed, RandomGenerator random) {
    // A seed that nobody chose is short, so that it can be typed again.
    long seed = parsed.find(EchoOptions.SEED).orElseGet(() -> (long) random.nextInt(1, 1_000_000));
    return new Simulation(
        parsed.get(EchoOptions.LOSS),
        parsed.get(EchoOptions.DELAY),
        parsed.get(EchoOptions.JITTER),
        parsed.get(EchoOptions.DUP),
        parsed.get(EchoOptions.REORDER),
        parsed.get(EchoOptions.CORRUPT),
        seed);
  }

  List<InetSocketAddress> at() {
    return places.at(port);
  }

  /** What to say when the address is taken. */
  String taken(String reason) {
    if (reason.contains("in use")) {
      return "port " + port + " is taken; choose another with --port, or 0 for any";
    }
    if (port < 1024 && reason.contains("ermission")) {
      return "port " + port + " is for the administrator only; --port 12000 is for all";
    }
    return "cannot listen: " + reason;
  }
}
