package dev.tinwire.udppinger;

import dev.tinwire.wire.Durations;
import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Group;
import dev.tinwire.wire.command.Value;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

/** The words of {@code tinwire echo}. */
final class EchoOptions {
  private static final int MOST = 1_000_000_000;

  static final Value<Integer> PORT =
      Value.of("PORT", Grammar.number(0, 65535), "listen there; 0 takes any", "-p", "--port")
          .preset("12000");
  static final Value<IpLiteral> BIND =
      Value.of("ADDRESS", IpLiteral::parse, "listen at this address of ours", "--bind");
  static final Flag LAN = Flag.of("answer the whole network", "--lan");
  static final Flag TCP =
      Flag.of("also over TCP: a line in, in upper case out; quit ends", "--tcp");

  static final Value<EchoWire> WIRE =
      Value.of(
          "WIRE",
          EchoWire::parse,
          "only stamp, text or echo; without it each datagram shows which it is",
          "--wire");
  static final Flag UPPER = Flag.of("text and raw datagrams come back in upper case", "--upper");
  static final Value<Path> KEY_FILE =
      Value.of(
          "FILE", EchoOptions::file, "authenticated STAMP alone, by the key in FILE", "--key-file");

  static final Value<Share> LOSS = share("ignore this share of all, such as 30%", "--loss");
  static final Value<Duration> DELAY = time("answer so much later, such as 20ms", "--delay");
  static final Value<Duration> JITTER = time("and up to so much later still", "--jitter");
  static final Value<Share> DUP = share("send this share of the answers twice", "--dup");
  static final Value<Share> REORDER =
      share("let the next answer overtake this share of them", "--reorder");
  static final Value<Share> CORRUPT = share("flip a bit in this share of them", "--corrupt");
  static final Value<Long> SEED =
      Value.of("N", EchoOptions::seed, "the same N, the same pattern (default: any)", "--seed");

  static final Flag LOG = Flag.of("a line for each datagram", "--log");
  static final Value<ClockWish> CLOCK =
      Value.of(
              "CLOCK",
              ClockWish::parse,
              "kernel: many datagrams a call, receive stamps, TTL; user: Java's own sockets;"
                  + " auto: kernel where it can be had",
              "--clock")
          .preset("auto");
  static final Value<Integer> RATE =
      Value.of(
          "N",
          Grammar.number(0, MOST),
          "answer one address so often a second; 0: always"
              + " (default: 10000, and 1000000 to this computer)",
          "--rate");
  static final Value<Integer> RATE_IN_ALL =
      Value.of("N", Grammar.number(0, MOST), "and all addresses together", "--rate-in-all")
          .preset(Integer.toString(EchoLimits.DEFAULT.rateInAll()));
  static final Value<Integer> CLIENTS =
      Value.of("N", Grammar.number(1, 100_000), "so many over TCP at once", "--max-clients")
          .preset(Integer.toString(EchoLimits.DEFAULT.clients()));

  static final Group WHERE = Group.of("Who can come", PORT, BIND, LAN, TCP);
  static final Group WHAT = Group.of("What they get", WIRE, UPPER, KEY_FILE);
  static final Group NETWORK =
      Group.of("A bad network", LOSS, DELAY, JITTER, DUP, REORDER, CORRUPT, SEED);
  static final Group RUNNING = Group.of("Running", LOG, CLOCK, RATE, RATE_IN_ALL, CLIENTS);

  private EchoOptions() {}

  private static Value<Share> share(String help, String name) {
    return Value.of("SHARE", Share::parse, help, name).preset("0%");
  }

  private static Value<Duration> time(String help, String name) {
    return Value.of("TIME", EchoOptions::wait, help, name).preset("0s");
  }

  /** What waits for longer would only fill the line. */
  private static Duration wait(String text) throws Malformed {
    Duration time = Durations.parse(text);
    if (time.compareTo(Duration.ofMinutes(1)) <= 0) return time;
    throw new Malformed("time", text, 0, "is at most 1m");
  }

  private static long seed(String text) throws Malformed {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new Malformed("number", text, 0, "write a whole number");
    }
  }

  static Path file(String text) throws Malformed {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Malformed("file name", text, Math.max(0, e.getIndex()), e.getReason());
    }
  }
}
