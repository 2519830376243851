package dev.tinwire.heartbeat;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.ConsoleTranscript;
import dev.tinwire.wire.command.Ending;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each option of the command: arguments, exit status, stdout, stderr. */
final class BeatCommandTest {
  private static final Ending NEVER = () -> new CountDownLatch(1).await();

  @TempDir Path temp;

  @Test
  void theCommandLineDoesWhatItSays() throws Exception {
    Path key = temp.resolve("key");
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(key, mode);
    Files.writeString(key, "0123456789abcdef\n");
    Files.writeString(Files.copy(key, temp.resolve("short")), "hex:00\n");
    Files.writeString(Files.copy(key, temp.resolve("own")), "beat:" + "00".repeat(32) + "\n");
    try (var sink = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      String filled =
          ROWS.replace("TEMP", temp.toString()).replace("SINK", "127.0.0.1:" + sink.getLocalPort());
      for (var row : ConsoleTranscript.parse(filled)) row.check(beat());
    }
  }

  private Command beat() {
    var state = Map.of("XDG_STATE_HOME", temp.toString());
    return (words, in, out, err, env) ->
        new BeatTool()
            .run(List.copyOf(words), new Standard(in, out, err, state, Terminals.NONE), NEVER);
  }

  private static final String ROWS =
      """
      $ tinwire SINK --id a --every 10ms --count 3
      ! beating to SINK every 10ms as a
      ! sent 3 beats

      $ tinwire SINK -q --id a -i 10ms --count 1 --value load=0.3 --verbose --json
      {"event":"summary","beats":1,"status":0}
      ! ~ > 1 - [0-9.]+ id=a boot=[0-9a-f]+ p=10 v.load=0.3

      $ tinwire SINK --every 10ms --count 1 --format textbook --explain
      ! beating to SINK every 10ms, in the textbook's format
      ! ~ > 1 - [0-9]+\\.[0-9]{3}
      ! sent 1 beat

      $ tinwire SINK -q --id a --every 10ms --count 1 --key-file TEMP/key -v
      ! ~ > 1 - [0-9.]+ id=a boot=[0-9a-f]+ p=10 mac=[0-9a-f]{32}

      $ tinwire SINK SINK --id a --every 10ms --count 1 --key-file TEMP/own -4 --bind 127.0.0.1
      ! beating to SINK, SINK every 10ms as a, signed
      ! sent 1 beat

      $ tinwire SINK -q --id a --every 20ms --run sh -c 'exit 3'
      = 3

      $ tinwire SINK -q --id a --every 20ms --run -- true

      $ tinwire SINK -q --id a --run TEMP/nothing
      ! ~ tinwire beat: cannot start .*TEMP/nothing.*
      = 127

      $ tinwire SINK -q --id a --every 200ms --count 1 --check true

      $ tinwire SINK --run
      ! tinwire beat: --run needs a value: --run CMD...
      ! Try: tinwire beat --help
      = 2

      $ tinwire
      ! tinwire beat: HOST[:PORT] is missing
      ! Try: tinwire beat --help
      = 2

      $ tinwire SINK --while 1999999999
      ! tinwire beat: there is no process 1999999999
      ! Try: tinwire beat --help
      = 2

      $ tinwire SINK --while 1 --run true
      ! tinwire beat: --while watches a process and --run starts one; use one of the two
      ! Try: tinwire beat --help
      = 2

      $ tinwire SINK --while one
      ! ~ tinwire beat: --while: bad process "one": write its number
      ! ...
      = 2

      $ tinwire SINK --format text
      ! ~ tinwire beat: --format: bad format "text": write tagged or textbook
      ! ...
      = 2

      $ tinwire SINK --format textbook --key-file TEMP/key
      ! tinwire beat: the textbook's format cannot be signed; leave --format or --key-file out
      ! Try: tinwire beat --help
      = 2

      $ tinwire SINK --format textbook --id a
      ! tinwire beat: the textbook's format has a number and a time only, no --id and no --value
      ! Try: tinwire beat --help
      = 2

      $ tinwire SINK --key-file TEMP/short
      ! tinwire beat: TEMP/short: the key has 1 octets, and needs 16: openssl rand -hex 32
      = 1

      $ tinwire SINK --id a/b
      ! ~ tinwire beat: --id: bad id "a/b": has 1 to 64 letters, digits, and . _ : -
      ! ...
      = 2

      $ tinwire SINK --value load
      ! ~ tinwire beat: --value: bad value "load": write NAME=TEXT, such as load=0.3
      ! ...
      = 2

      $ tinwire SINK --every 1us
      ! ~ tinwire beat: --every: bad period "1us": is whole milliseconds, from 1ms to 24 days
      ! ...
      = 2

      $ tinwire SINK -4 -6
      ! tinwire beat: -4 and -6 exclude each other
      ! Try: tinwire beat --help
      = 2

      $ tinwire --help
      tinwire beat - tells monitors that this computer or a program lives
      ...
      """;
}
