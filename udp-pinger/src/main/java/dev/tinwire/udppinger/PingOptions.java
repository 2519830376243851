package dev.tinwire.udppinger;

import dev.tinwire.wire.Durations;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Sizes;
import dev.tinwire.wire.command.Argument;
import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Group;
import dev.tinwire.wire.command.NetworkOptions;
import dev.tinwire.wire.command.Value;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

/** The words of {@code tinwire ping}. */
final class PingOptions {
  static final int PORT = 12000;

  /** What fits into a datagram over IPv4: 65535 less the headers. */
  static final int LARGEST = 65_507;

  static final Argument<Endpoint> HOST =
      Argument.many(
          "HOST[:PORT]", text -> Endpoint.parse(text, PORT), "whom to ping; port 12000", 1);

  static final Value<Integer> COUNT =
      Value.of(
          "N",
          Grammar.number(0, Integer.MAX_VALUE),
          "so many packets; 0 for no end (default: 10, or no end under --deadline)",
          "-c",
          "--count");
  static final Value<Duration> INTERVAL =
      Value.of("TIME", PingOptions::interval, "between two packets", "-i", "--interval")
          .preset("1s");
  static final Value<Duration> TIMEOUT =
      Value.of("TIME", PingOptions::time, "how long a packet may take", "-W", "--timeout")
          .preset("1s");
  static final Value<Duration> DEADLINE =
      Value.of(
          "TIME",
          PingOptions::time,
          "end after this time in any case; the last replies are waited for within it",
          "--deadline");
  static final Flag POISSON =
      Flag.of("intervals by chance, exponential about --interval", "--poisson");
  static final Flag ADAPTIVE =
      Flag.of("the next as soon as the last is answered, 2 ms apart at least", "--adaptive");
  static final Flag FLOOD =
      Flag.of("the next as soon as the last is answered, or after 10 ms", "-f", "--flood");

  static final Value<Wire.Kind> WIRE =
      Value.of("WIRE", Wire.Kind::parse, "what is spoken: stamp, text or echo", "--wire")
          .preset("stamp");
  static final Value<Integer> SIZE =
      Value.of("BYTES", PingOptions::size, "how long packets are", "-s", "--size");
  static final Value<Path> KEY_FILE =
      Value.of("FILE", PingOptions::file, "authenticated STAMP, by the key in it", "--key-file");
  static final Flag TCP = Flag.of("over TCP to a server of lines, as the textbook's", "--tcp");
  static final Flag INTERACTIVE =
      Flag.of("send what you type, and show what comes back", "--interactive");

  static final Value<Integer> TTL =
      Value.of("HOPS", Grammar.number(1, 255), "at most so many routers", "--ttl");
  static final Value<Integer> DSCP =
      Value.of("CLASS", TrafficClass::parse, "traffic class, as 46 or EF (RFC 2474)", "--dscp");
  static final Flag DF = Flag.of("routers must not cut packets in pieces", "--df");
  static final Value<ClockWish> CLOCK =
      Value.of("CLOCK", ClockWish::parse, "whose times count: kernel, user or auto", "--clock");
  static final Value<Integer> WARM_UP =
      Value.of(
          "N",
          Grammar.number(0, 1_000_000),
          "so many packets to ourselves first (default: 10000, none for -c 1)",
          "--warm-up");

  static final Flag JSON_LINES = Flag.of("each event as JSON, as it happens", "--json-lines");
  static final Flag CSV = Flag.of("each event as a line of CSV", "--csv");
  static final Flag COMPACT = Flag.of("one character a packet", "--compact");
  static final Flag GRAPH = Flag.of("a live line of the last minute, and a histogram", "--graph");
  static final Value<Path> SVG =
      Value.of("FILE", PingOptions::file, "draw it all into this picture", "--svg");
  static final Value<Duration> INTERVAL_REPORT =
      Value.of("TIME", PingOptions::time, "figures in between, so often", "--interval-report");

  static final Value<Double> MAX_LOSS =
      Value.of("PERCENT", PingOptions::percent, "exit status 1 if more is lost", "--max-loss")
          .preset("0%");
  static final Value<Duration> MAX_RTT =
      Value.of("TIME", Durations::parse, "exit status 1 if a reply takes longer", "--max-rtt");

  static final Group WHEN =
      Group.of("When", COUNT, INTERVAL, TIMEOUT, DEADLINE, POISSON, ADAPTIVE, FLOOD);
  static final Group WHAT = Group.of("What", WIRE, SIZE, KEY_FILE, TCP, INTERACTIVE);
  static final Group HOW =
      Group.of(
          "How",
          NetworkOptions.IPV4,
          NetworkOptions.IPV6,
          NetworkOptions.BIND,
          TTL,
          DSCP,
          DF,
          CLOCK,
          WARM_UP);
  static final Group SHOWN =
      Group.of("What you see", JSON_LINES, CSV, COMPACT, GRAPH, SVG, INTERVAL_REPORT);
  static final Group VERDICT = Group.of("Exit status", MAX_LOSS, MAX_RTT);

  private PingOptions() {}

  private static Integer size(String text) throws Malformed {
    long size = Sizes.parse(text);
    if (size <= LARGEST) return (int) size;
    throw new Malformed("size", text, 0, "is more than " + LARGEST + ", all that fits");
  }

  /** A time that something may take. */
  private static Duration time(String text) throws Malformed {
    Duration time = Durations.parse(text);
    if (time.compareTo(Duration.ofMillis(1)) >= 0 && time.compareTo(Duration.ofDays(365)) <= 0) {
      return time;
    }
    throw new Malformed("time", text, 0, "is from 1ms to 365d");
  }

  private static Duration interval(String text) throws Malformed {
    Duration time = Durations.parse(text);
    if (time.compareTo(Duration.ofNanos(10_000)) >= 0 && time.compareTo(Duration.ofDays(1)) <= 0) {
      return time;
    }
    throw new Malformed("interval", text, 0, "is from 10us to 1d");
  }

  /** {@code 5%}, {@code 0.5%}, {@code 5}. */
  private static Double percent(String text) throws Malformed {
    String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    if (number.matches("[0-9]{1,3}(\\.[0-9]{1,6})?")) {
      double percent = Double.parseDouble(number);
      if (percent <= 100) return percent;
    }
    throw new Malformed("share", text, 0, "write a number from 0 to 100, such as 5%");
  }

  private static Path file(String text) throws Malformed {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Malformed("file name", text, Math.max(0, e.getIndex()), e.getReason());
    }
  }
}
