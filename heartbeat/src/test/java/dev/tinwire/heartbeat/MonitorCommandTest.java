package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.ConsoleTranscript;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.Ending;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.terminal.Terminals;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each option of hearing and judging: arguments, exit status, stdout, stderr. It ends at once. */
final class MonitorCommandTest {
  private static final Ending AT_ONCE = () -> {};

  @TempDir Path temp;

  @Test
  void theCommandLineDoesWhatItSays() throws Exception {
    Path key = temp.resolve("key");
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(key, mode);
    Files.writeString(key, "0123456789abcdef\n");
    Files.writeString(temp.resolve("trace.csv"), "number,send,arrive\n1,0,0\n2,1,1\n3,2,\n4,3,3\n");
    Files.writeString(temp.resolve("bad.csv"), "1,2\n");
    Files.writeString(temp.resolve("bad.json"), "{}");
    String own =
        BeatKeyFile.line(
            new BeatKey("0123456789abcdef".getBytes(StandardCharsets.US_ASCII), true), "db-1");
    String filled = ROWS.replace("TEMP", temp.toString()).replace("OWNKEY", own);
    for (var row : ConsoleTranscript.parse(filled)) row.check(monitor());
  }

  @Test
  void theClassicLinesAreThoseOfTheTextbook() {
    var lines = new ClassicLines(ZoneOffset.UTC);
    long at = 1_763_625_600_123L;
    assertEquals(
        Optional.of("2025-11-20 08:00:00.123 - Heart is beating."),
        lines.of(new Told.Beating("a", true, 0, 5_000_000_000L, at)));
    assertEquals(
        Optional.of(
            "2025-11-20 08:00:00.123 - Heart is beating. But 2 sequences is lost (15.003"
                + " seconds)."),
        lines.of(new Told.Beating("a", true, 2, 15_003_000_000L, at)));
    assertEquals(
        Optional.of("a 2025-11-20 08:00:00.123 - Heart is beating."),
        lines.of(new Told.Beating("a", false, 0, 5_000_000_000L, at)));
    assertEquals("10", ClassicLines.seconds(10_000_000_000L));
    assertEquals("0.5", ClassicLines.seconds(500_000_000L));
  }

  @Test
  void aConflictIsALineForPeopleAndOneForPrograms() {
    var told = new Told.Conflict("a", false, "3s at the latest means …", 1_763_625_600_123L);
    assertEquals(
        Optional.of(
            "a 2025-11-20 08:00:00.123 - What is asked for cannot be: 3s at the latest means …."),
        new ClassicLines(ZoneOffset.UTC).note(told));
    assertEquals(
        "{\"t\":\"2025-11-20T08:00:00.123Z\",\"id\":\"a\",\"event\":\"conflict\","
            + "\"reason\":\"3s at the latest means …\"}",
        EventLine.of(told).map(Json::print).orElse(""));
  }

  @Test
  void whatIsEscapedIsNotEscapedAgain() {
    assertEquals("a\\x1bb", MonitorRun.escapedOnce(Visible.of("a\u001bb")));
    assertEquals(Visible.of("\u001b[2J"), MonitorRun.escapedOnce("\u001b[2J"));
    assertEquals("a\\\\b", MonitorRun.escapedOnce(Visible.of("a\\b")));
  }

  private Command monitor() {
    var state = Map.of("HOME", temp.toString());
    return (words, in, out, err, env) ->
        new MonitorTool()
            .command(AT_ONCE)
            .run(List.copyOf(words), new Standard(in, out, err, state, Terminals.NONE));
  }

  private static final String ROWS =
      """
      $ tinwire --port 0 --no-control
      ! ~ hearing beats at 127.0.0.1:[0-9]+( \\[::1\\]:[0-9]+)?, with a buffer of .*
      ! 0 datagrams, 0 senders

      $ tinwire -p 0 --bind 127.0.0.1 --no-control --key-file TEMP/key --allow-textbook 127.0.0.1 --max-senders 7
      ! ~ hearing signed beats at 127.0.0.1:[0-9]+, with a buffer of .*
      ! 0 datagrams, 0 senders

      $ tinwire -q -p 0 --lan --no-control --json

      $ tinwire -p 0 --bind 127.0.0.1 --no-control --expect a,b --grace 5s --expected-only --probe --blind-for 1m
      ! ~ hearing .*
      ! 0 datagrams, 2 senders

      $ tinwire -p 0 --no-control --every 5s --detect-within 10s
      ! ~ hearing .*
      ! --detect-within 10s and --false-alarms cannot both hold for senders that beat every 5s: each lost beat is an alarm; monitor why ID says how it is for one of them
      ! 0 datagrams, 0 senders

      $ tinwire -p 0 --no-control --every 5s --detect-within 11s
      ! ~ hearing .*
      ! 0 datagrams, 0 senders

      $ tinwire -q -p 0 --no-control --mail a@b.example
      ! tinwire monitor: who gets mail is said, but not how it is sent: --mail-with '--via gmail --user me@gmail.com --password-file FILE', or mail-with in [alerts]; the words are those of tinwire mail
      ! Try: tinwire monitor --help
      = 2

      $ tinwire -q -p 0 --no-control --mail a@b.example --mail-with '--via gmail'

      $ tinwire -q -p 0 --no-control --every 1s --detect-within 20s --false-alarms 1/day --robust

      $ tinwire -q -p 0 --no-control --detector fixed --verbose --explain --lines

      $ tinwire -q -p 0 --control TEMP/c --detector phi-cassandra --events TEMP/e --snapshot TEMP/s.json

      $ tinwire -p 0 --bind 127.0.0.1 --no-control --snapshot TEMP/s.json
      ! going on from TEMP/s.json
      ! ~ hearing .*
      ! 0 datagrams, 0 senders

      $ tinwire -q -p 0 --no-control --snapshot TEMP/bad.json
      ! ~ tinwire monitor: TEMP/bad.json is no snapshot of a monitor: .*; move it away to begin anew
      = 1

      $ tinwire replay TEMP/trace.csv --every 1s
      1,4.000000
      2,5.000000
      4,7.000000

      $ tinwire replay TEMP/trace.csv --detector fixed
      1,3.000000
      2,4.000000
      4,6.000000

      $ tinwire replay TEMP/bad.csv
      ! ~ tinwire monitor: bad trace, line 1 "1,2": write number,send,arrive
      = 1

      $ tinwire replay TEMP/none.csv
      ! tinwire monitor: TEMP/none.csv: no such file or folder
      = 1

      $ tinwire key db-1 --key-file TEMP/key
      OWNKEY

      $ tinwire key db-1
      ! tinwire monitor: which master key? --key-file FILE
      ! Try: tinwire monitor --help
      = 2

      $ tinwire key
      ! tinwire monitor: write: tinwire monitor key ID
      ! Try: tinwire monitor --help
      = 2

      $ tinwire watch
      ! tinwire monitor: unknown word watch; see --help
      ! Try: tinwire monitor --help
      = 2

      $ tinwire --expected-only
      ! tinwire monitor: --expected-only hears nobody without --expect ID,... or --config
      ! Try: tinwire monitor --help
      = 2

      $ tinwire --allow-textbook 127.0.0.1
      ! tinwire monitor: --allow-textbook is an exception to --key-file; without it all are heard
      ! Try: tinwire monitor --help
      = 2

      $ tinwire --lan --bind 127.0.0.1
      ! tinwire monitor: --bind names one address and --lan means all; use one of the two
      ! Try: tinwire monitor --help
      = 2

      $ tinwire --bind 192.0.2.1
      ! tinwire monitor: this computer has no address 192.0.2.1
      ! Try: tinwire monitor --help
      = 2

      $ tinwire --expect a,/b
      ! ~ tinwire monitor: --expect: bad list of ids "a,/b": an id has .*
      ! ...
      = 2

      $ tinwire --detector sun
      ! ~ tinwire monitor: --detector: bad rule "sun": write silence, fixed, .*
      ! ...
      = 2

      $ tinwire --false-alarms 2/week
      ! ~ tinwire monitor: --false-alarms: bad rate "2/week": write 1/day, 1/week or 1/month
      ! ...
      = 2

      $ tinwire --detect-within 1ms
      ! tinwire monitor: --detect-within is at least 10ms
      ! Try: tinwire monitor --help
      = 2

      $ tinwire --help
      tinwire monitor - hears heartbeats, and says who fell silent
      ...
        64                          senders asked at once whether they live
        8 hooks                     run at once, 30s each
      ...
      """;
}
