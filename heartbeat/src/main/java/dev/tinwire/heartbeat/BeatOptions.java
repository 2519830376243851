package dev.tinwire.heartbeat;

import dev.tinwire.wire.Durations;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.Argument;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Group;
import dev.tinwire.wire.command.NetworkOptions;
import dev.tinwire.wire.command.Value;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The words of {@code tinwire beat}. */
final class BeatOptions {
  static final int PORT = 13000;
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

  static final Argument<Endpoint> MONITORS =
      Argument.many(
          "HOST[:PORT]", BeatOptions::monitor, "the monitors, at port 13000 if none is said", 1);

  static final Value<Duration> EVERY =
      Value.of("TIME", BeatOptions::period, "beat so often", "-i", "--every").preset("5s");
  static final Value<String> ID =
      Value.of("ID", BeatOptions::id, "be called so (default: this computer's name)", "--id");
  static final Value<Path> KEY_FILE =
      Value.of("FILE", BeatOptions::file, "sign by the key in FILE", "--key-file");
  static final Value<Boolean> FORMAT =
      Value.of(
              "FORMAT",
              BeatOptions::format,
              "tagged, or textbook: a number and a time, and no more",
              "--format")
          .preset("tagged");
  static final Value<Map.Entry<String, String>> VALUE =
      Value.of("NAME=TEXT", BeatOptions::value, "say this too, up to eight times", "--value");
  static final Value<Integer> COUNT =
      Value.of(
          "N", Grammar.number(1, Integer.MAX_VALUE), "end after N beats, saying no bye", "--count");

  static final Value<Long> WHILE =
      Value.of("PID", BeatOptions::pid, "as long as this process lives, then bye", "--while");
  static final Value<String> RUN =
      Value.of(
          "CMD...",
          Grammar.TEXT,
          "run this program, all words to the end of the line; say how it ended, and end as it did",
          "--run");
  static final Value<String> CHECK =
      Value.of("CMD", Grammar.TEXT, "beat only if this succeeds, run by sh each time", "--check");
  static final Value<IpLiteral> BIND = NetworkOptions.BIND;

  static final Group BEATING = Group.of("Beating", EVERY, ID, FORMAT, KEY_FILE, VALUE, COUNT);
  static final Group WHEN = Group.of("As long as", WHILE, RUN, CHECK);
  static final Group NETWORK =
      Group.of("Network", NetworkOptions.IPV4, NetworkOptions.IPV6, NetworkOptions.BIND);

  private BeatOptions() {}

  private static Endpoint monitor(String text) throws Malformed {
    return Endpoint.parse(text, PORT);
  }

  static Duration period(String text) throws Malformed {
    Duration time = Durations.parse(text);
    if (time.compareTo(SHORTEST) >= 0
        && time.compareTo(LONGEST) <= 0
        && time.toNanos() % 1_000_000 == 0) {
      return time;
    }
    throw new Malformed("period", text, 0, "is whole milliseconds, from 1ms to 24 days");
  }

  static String id(String text) throws Malformed {
    if (PairParser.isId(text)) return text;
    throw new Malformed("id", text, 0, "has 1 to 64 letters, digits, and . _ : -");
  }

  private static boolean format(String text) throws Malformed {
    return switch (text) {
      case "tagged" -> true;
      case "textbook" -> false;
      default -> throw new Malformed("format", text, 0, "write tagged or textbook");
    };
  }

  private static long pid(String text) throws Malformed {
    if (text.matches("[1-9][0-9]{0,9}")) return Long.parseLong(text);
    throw new Malformed("process", text, 0, "write its number");
  }

  private static Map.Entry<String, String> value(String text) throws Malformed {
    int equals = text.indexOf('=');
    if (equals < 1) throw new Malformed("value", text, 0, "write NAME=TEXT, such as load=0.3");
    String name = text.substring(0, equals);
    String said = text.substring(equals + 1);
    if (!name.matches("[A-Za-z0-9._-]{1,30}")) {
      throw new Malformed("value", text, 0, "its name has 1 to 30 letters, digits, and . _ -");
    }
    if (!said.matches("[!-~]{1,100}")) {
      throw new Malformed("value", text, equals + 1, "is 1 to 100 visible ASCII characters");
    }
    return Map.entry(name, said);
  }

  static Path file(String text) throws Malformed {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Malformed("file name", text, Math.max(0, e.getIndex()), e.getReason());
    }
  }
}
