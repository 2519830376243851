package dev.tinwire.udppinger;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Family;
import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.command.CommonOptions;
import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.NetworkOptions;
import dev.tinwire.wire.command.Option;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.command.Value;
import dev.tinwire.wire.secret.SecretReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What the command line asks for, checked for contradictions.
 *
 * @param count of packets; {@link Long#MAX_VALUE} for no end
 * @param warmUp packets to ourselves first
 */
record PingPlan(
    List<Endpoint> hosts,
    Family family,
    Optional<IpLiteral> bind,
    long count,
    Duration interval,
    Duration timeout,
    Optional<Duration> deadline,
    Wire.Kind wire,
    OptionalInt size,
    OptionalInt ttl,
    OptionalInt dscp,
    boolean dontFragment,
    Pace pace,
    boolean tcp,
    boolean interactive,
    int warmUp) {
  private static final int USUAL_COUNT = 10;
  private static final int MOST_TARGETS = 64;

  /** In a flood the next packet leaves after so long in any case, as with ping. */
  private static final long FLOOD_GAP = 10_000_000L;

  private static final long ADAPTIVE_GAP = 2_000_000L;

  private static final Duration LEAST_WATCHED = Duration.ofMillis(10);

  /** What the times of sending follow. */
  enum Pace {
    FIXED,
    POISSON,
    ADAPTIVE,
    FLOOD
  }

  static PingPlan of(Parsed parsed) throws UsageError {
    contradictions(parsed);
    long count = count(parsed);
    var kind = parsed.has(PingOptions.TCP) ? Wire.Kind.TEXT : parsed.get(PingOptions.WIRE);
    return new PingPlan(
        hosts(parsed),
        NetworkOptions.family(parsed),
        parsed.find(NetworkOptions.BIND),
        count,
        parsed.get(PingOptions.INTERVAL),
        parsed.get(PingOptions.TIMEOUT),
        parsed.find(PingOptions.DEADLINE),
        kind,
        number(parsed, PingOptions.SIZE),
        number(parsed, PingOptions.TTL),
        number(parsed, PingOptions.DSCP),
        parsed.has(PingOptions.DF),
        pace(parsed),
        parsed.has(PingOptions.TCP),
        parsed.has(PingOptions.INTERACTIVE),
        parsed.find(PingOptions.WARM_UP).orElse(count == 1 ? 0 : WarmUp.PACKETS));
  }

  private static void contradictions(Parsed parsed) throws UsageError {
    oneOf(parsed, PingOptions.POISSON, PingOptions.ADAPTIVE, PingOptions.FLOOD);
    oneOf(
        parsed,
        CommonOptions.JSON,
        PingOptions.JSON_LINES,
        PingOptions.CSV,
        PingOptions.COMPACT,
        PingOptions.GRAPH,
        PingOptions.INTERACTIVE);
    boolean stamp = parsed.get(PingOptions.WIRE) == Wire.Kind.STAMP;
    boolean keyed = parsed.find(PingOptions.KEY_FILE).isPresent();
    if (keyed && (!stamp || parsed.has(PingOptions.TCP))) {
      throw new UsageError("--key-file is for STAMP; no other wire has signatures");
    }
    if (parsed.find(PingOptions.CLOCK).equals(Optional.of(ClockWish.USER))
        && parsed.find(PingOptions.TTL).isPresent()) {
      throw new UsageError(
          "--ttl needs the kernel's own interface, which --clock user does without");
    }
    if (parsed.has(PingOptions.TCP)) {
      for (Option option :
          List.of(PingOptions.TTL, PingOptions.DSCP, PingOptions.DF, PingOptions.SIZE)) {
        if (given(parsed, option)) throw new UsageError(option.name() + " is not for --tcp");
      }
    }
  }

  private static void oneOf(Parsed parsed, Option... options) throws UsageError {
    var given = Stream.of(options).filter(option -> given(parsed, option)).toList();
    if (given.size() > 1) {
      throw new UsageError(
          given.get(0).name() + " and " + given.get(1).name() + " exclude each other");
    }
  }

  private static boolean given(Parsed parsed, Option option) {
    return switch (option) {
      case Flag flag -> parsed.has(flag);
      case Value<?> value -> parsed.find(value).isPresent();
    };
  }

  private static List<Endpoint> hosts(Parsed parsed) throws UsageError {
    List<Endpoint> hosts = parsed.all(PingOptions.HOST);
    if (hosts.size() > MOST_TARGETS) throw new UsageError("at most 64 targets at once");
    if (hosts.size() > 1 && parsed.has(PingOptions.INTERACTIVE)) {
      throw new UsageError("--interactive talks to one target");
    }
    return hosts;
  }

  private static long count(Parsed parsed) {
    Optional<Integer> given = parsed.find(PingOptions.COUNT);
    if (given.isEmpty()) {
      return parsed.find(PingOptions.DEADLINE).isPresent() ? Long.MAX_VALUE : USUAL_COUNT;
    }
    return given.get() == 0 ? Long.MAX_VALUE : given.get();
  }

  private static Pace pace(Parsed parsed) {
    if (parsed.has(PingOptions.POISSON)) return Pace.POISSON;
    if (parsed.has(PingOptions.ADAPTIVE)) return Pace.ADAPTIVE;
    return parsed.has(PingOptions.FLOOD) ? Pace.FLOOD : Pace.FIXED;
  }

  private static OptionalInt number(Parsed parsed, Value<Integer> value) {
    return parsed.find(value).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  /** What is spoken, with the key where there is one. */
  Wire wire(Parsed parsed, Output output, RandomGenerator random)
      throws IOException, InterruptedException, UsageError {
    StampKey key = null;
    if (parsed.find(PingOptions.KEY_FILE).isPresent()) {
      var reader = SecretReader.ofThisProcess(output::note);
      key = KeyFile.read(parsed.get(PingOptions.KEY_FILE), reader);
    }
    var spoken = new Wire(wire, size, key, random);
    if (size.isPresent() && size.getAsInt() < spoken.least()) {
      throw new UsageError("--size: these packets have " + spoken.least() + " bytes at least");
    }
    return spoken;
  }

  /** Those that are looked up for packets; connections find their own way. */
  List<Endpoint> udpHosts() {
    return tcp ? List.of() : hosts;
  }

  /** Whether packets are sent to ourselves first. What is typed is too slow to need it. */
  boolean warms() {
    return warmUp > 0 && !tcp && !interactive;
  }

  /**
   * Whether a processor may be taken for a moment about each packet: where there is another for the
   * peer, and packets lie so far apart that it is a small part of the time.
   */
  boolean watchful() {
    return (pace == Pace.FIXED || pace == Pace.POISSON)
        && interval.compareTo(LEAST_WATCHED) >= 0
        && hosts.size() == 1
        && !interactive
        && Runtime.getRuntime().availableProcessors() > 1;
  }

  /** How one session is to go. */
  SessionPlan session(RandomGenerator random) {
    long gap = interval.toNanos();
    Schedule schedule =
        switch (pace) {
          case FIXED -> new Schedule.Fixed(gap);
          case POISSON -> new Schedule.Poisson(gap, new SplittableRandom(random.nextLong()));
          case ADAPTIVE -> new Schedule.Answered(ADAPTIVE_GAP, Math.max(gap, ADAPTIVE_GAP));
          case FLOOD -> new Schedule.Answered(0, FLOOD_GAP);
        };
    // Waking the printing thread for each packet would disturb the next where they are so close.
    boolean eager = pace != Pace.FLOOD && gap >= FLOOD_GAP;
    return new SessionPlan(schedule, count, timeout, Pacer.system(), new WallClock(), eager);
  }
}
