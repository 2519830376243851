package dev.tinwire.heartbeat;

import dev.tinwire.wire.Durations;
import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.Argument;
import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Group;
import dev.tinwire.wire.command.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The words of {@code tinwire monitor} that are about hearing and judging. */
final class MonitorOptions {
  static final Argument<String> WORDS =
      Argument.many(
          "WORD",
          Grammar.TEXT,
          "nothing: watch. replay FILE, key ID; list, why ID, mute ID, unmute ID, ack ID, forget"
              + " ID, report, reload: see --help behind each",
          0);

  static final Value<Integer> PORT =
      Value.of("PORT", Grammar.number(0, 65535), "listen there; 0 takes any", "-p", "--port")
          .preset(Integer.toString(BeatOptions.PORT));
  static final Value<IpLiteral> BIND =
      Value.of("ADDRESS", IpLiteral::parse, "listen at this address of ours", "--bind");
  static final Flag LAN = Flag.of("hear the whole network", "--lan");
  static final Value<Path> KEY_FILE =
      Value.of(
          "FILE",
          BeatOptions::file,
          "hear only beats signed by the master key in FILE, or by keys made of it",
          "--key-file");
  static final Value<IpLiteral> ALLOW_TEXTBOOK =
      Value.of(
          "ADDRESS",
          IpLiteral::parse,
          "and the textbook's, unsigned, from there",
          "--allow-textbook");
  static final Value<Integer> SENDERS =
      Value.of("N", Grammar.number(1, 2_000_000), "keep books of so many at most", "--max-senders")
          .preset(Integer.toString(BookRules.DEFAULT.senders()));

  static final Value<List<String>> EXPECT =
      Value.of("ID,...", MonitorOptions::ids, "miss these if they are not heard of", "--expect");
  static final Value<Duration> GRACE =
      Value.of("TIME", Durations::parse, "so long after the start", "--grace").preset("30s");
  static final Flag EXPECTED_ONLY = Flag.of("hear nobody else", "--expected-only");

  static final Value<Duration> EVERY =
      Value.of(
          "TIME",
          BeatOptions::period,
          "the period of a sender that does not say its own, until it is known (default: 5s)",
          "--every");
  static final Value<Duration> DETECT_WITHIN =
      Value.of("TIME", Durations::parse, "wait for no silence longer than this", "--detect-within");
  static final Value<Duration> FALSE_ALARMS =
      Value.of(
              "RATE",
              Tolerance::falseAlarms,
              "about so many for each sender: 1/day, 1/week or 1/month",
              "--false-alarms")
          .preset("1/week");
  static final Flag ROBUST =
      Flag.of("let one single long silence slow nothing down; twice the false alarms", "--robust");
  static final Value<DetectorChoice> DETECTOR =
      Value.of(
              "RULE",
              DetectorChoice::parse,
              "silence; for comparison fixed, chen, phi, phi-akka or phi-cassandra",
              "--detector")
          .preset("silence");
  static final Flag PROBE =
      Flag.of("ask who is late whether it lives; a closed port is proof", "--probe");
  static final Value<Duration> BLIND_FOR =
      Value.of(
              "TIME",
              Durations::parse,
              "hold alarms so long at most if half of all fall silent at once",
              "--blind-for")
          .preset("5m");

  static final Value<Path> EVENTS =
      Value.of("FILE", BeatOptions::file, "add what happens to FILE, as JSON lines", "--events");
  static final Value<Path> SNAPSHOT =
      Value.of(
          "FILE",
          BeatOptions::file,
          "keep the books in FILE, as JSON, and go on from it after a restart",
          "--snapshot");

  static final Group WHERE =
      Group.of("Who is heard", PORT, BIND, LAN, KEY_FILE, ALLOW_TEXTBOOK, SENDERS);
  static final Group EXPECTED = Group.of("Who is expected", EXPECT, GRACE, EXPECTED_ONLY);
  static final Group DETECTION =
      Group.of(
          "When a silence is a death",
          EVERY,
          DETECT_WITHIN,
          FALSE_ALARMS,
          ROBUST,
          DETECTOR,
          PROBE,
          BLIND_FOR);
  static final Group FILES = Group.of("What is kept", EVENTS, SNAPSHOT);

  private MonitorOptions() {}

  private static List<String> ids(String text) throws Malformed {
    var all = List.of(text.split(",", -1));
    int at = 0;
    for (String id : all) {
      if (!PairParser.isId(id)) {
        throw new Malformed(
            "list of ids", text, at, "an id has 1 to 64 letters, digits, and . _ : -");
      }
      at += id.length() + 1;
    }
    return all;
  }
}
