package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.ConsoleTranscript;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each option of the command: arguments, exit status, stdout, stderr. It ends when it listens. */
final class EchoCommandTest {
  private static final String NOTHING =
      """
      --- echo statistics ---
      0 datagrams received, 0 answered
      """;

  @TempDir Path temp;

  @Test
  void theCommandLineDoesWhatItSays() throws Exception {
    Path key =
        Files.createFile(
            temp.resolve("key"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key, "hex:000102030405060708090a0b0c0d0e0f\n");
    Files.writeString(Files.copy(key, temp.resolve("short")), "too short\n");
    Files.writeString(Files.copy(key, temp.resolve("odd")), "hex:0\n");
    String rows =
        """
        $ tinwire --port 0
        ~ echoing over udp at 127.0.0.1:[0-9]+( \\[::1\\]:[0-9]+)?
        NOTHING
        $ tinwire -q -p 0 --bind 127.0.0.1 --tcp
        ~ echoing over udp and tcp at 127.0.0.1:[0-9]+

        $ tinwire -q -p 0 --lan
        ~ echoing over udp at (0.0.0.0|\\[::\\]):[0-9]+

        $ tinwire --json -p 0 --bind 127.0.0.1 --loss 30% --seed 7
        ~ \\{"event":"listening","port":[0-9]+,"addresses":\\["127.0.0.1:[0-9]+"\\],"tcp":false,"seed":7\\}
        {"event":"summary","received":0,"received_bytes":0,"answered":0,"lost":0,"limited":0,"strange":0,"reply":0,"server":0,"forged":0,"replayed":0,"unsent":0,"twice":0,"overtaken":0,"corrupted":0,"sessions":0,"tcp_clients":0,"tcp_lines":0}

        $ tinwire -q -p 0 --bind 127.0.0.1 --delay 20ms --jitter 5ms --dup 1% --reorder 2% --corrupt 0.1%
        ~ echoing .*

        $ tinwire -q -p 0 --bind 127.0.0.1 --wire stamp --clock user --rate 5 --rate-in-all 9
        ~ echoing .*

        $ tinwire -q -p 0 --bind 127.0.0.1 --wire text --upper --log --max-clients 3
        ~ echoing .*

        $ tinwire -q -p 0 --bind 127.0.0.1 --wire echo --verbose --explain
        ~ echoing .*

        $ tinwire -q -p 0 --bind 127.0.0.1 --key-file TEMP/key
        ~ echoing .*

        $ tinwire --key-file TEMP/nothing
        ! tinwire echo: no secret from file TEMP/nothing: there is no such file
        = 1

        $ tinwire --key-file TEMP/short
        ! tinwire echo: TEMP/short: the key has 9 octets, and needs 16: openssl rand -hex 32
        = 1

        $ tinwire --key-file TEMP/odd
        ! tinwire echo: TEMP/odd: after hex: come pairs of hexadecimal digits, and nothing else
        = 1

        $ tinwire --key-file TEMP/key --wire text
        ! tinwire echo: --key-file signs STAMP; --wire text has no HMAC
        ! Try: tinwire echo --help
        = 2

        $ tinwire --key-file TEMP/key --upper
        ! tinwire echo: --upper is for text and raw datagrams; STAMP has no letters
        ! Try: tinwire echo --help
        = 2

        $ tinwire --bind 127.0.0.1 --lan
        ! tinwire echo: --bind names one address and --lan means all; use one of the two
        ! Try: tinwire echo --help
        = 2

        $ tinwire --bind 192.0.2.1
        ! tinwire echo: this computer has no address 192.0.2.1
        ! Try: tinwire echo --help
        = 2

        $ tinwire --port TAKEN --bind 127.0.0.1
        ! tinwire echo: port TAKEN is taken; choose another with --port, or 0 for any
        = 1

        $ tinwire --loss 30
        ! tinwire echo: --loss: bad share "30": write it with %, such as 30%
        !     30
        !       ^
        ! Try: tinwire echo --help
        = 2

        $ tinwire --delay 2m
        ! ~ tinwire echo: --delay: bad time "2m": is at most 1m
        ! ...
        = 2

        $ tinwire --seed seven
        ! ~ tinwire echo: --seed: bad number "seven": write a whole number
        ! ...
        = 2

        $ tinwire --wire ip
        ! ~ tinwire echo: --wire: bad wire "ip": write stamp, text or echo
        ! ...
        = 2

        $ tinwire --clock sun
        ! ~ tinwire echo: --clock: bad clock "sun": write auto, kernel or user
        ! ...
        = 2

        $ tinwire --help
        tinwire echo - answers pings over UDP, and plays a bad network
        ...
        """;
    try (var taken =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      String filled =
          rows.replace("NOTHING\n", NOTHING + "\n")
              .replace("TEMP", temp.toString())
              .replace("TAKEN", Integer.toString(taken.getLocalPort()));
      for (var row : ConsoleTranscript.parse(filled))
        row.check(echo((listening, _) -> listening.run(), Terminals.NONE));
    }
  }

  @Test
  void onATerminalThereIsABanner() throws Exception {
    var row =
        ConsoleTranscript.parse(
            """
            $ tinwire --port 0 --bind 127.0.0.1 --color never --tcp --loss 30% --seed 7
            tinwire echo   STAMP, and anything else as it came
            ~   UDP       127.0.0.1:[0-9]+
              TCP       the same; a line comes back in upper case, quit ends
              Network   off - only this computer can connect   (--lan to share)
              Pretends  loss 30%, seed 7
            ~ Try: tinwire ping localhost:[0-9]+
            ~ Ctrl-C stops, Ctrl-.* counts
            --- echo statistics ---
            0 datagrams received, 0 answered
            """);
    row.getFirst().check(echo((listening, _) -> listening.run(), new Terminals(true, true, true)));
  }

  @Test
  void theLogSaysWhatBecameOfEachDatagramAndTheSumsWhatBecameOfAll() throws Exception {
    String out = run(List.of("--log", "--loss", "100%", "--seed", "1"), "Ping 1 2.5", 1);
    List<String> lines = out.lines().toList();
    assertMatches(
        "[0-9:.]{15} 127\\.0\\.0\\.1:[0-9]+ text seq=1 10 bytes( ttl=64)? lost", lines.get(1));
    assertEquals("1 datagram received, 0 answered, 1 session", lines.get(3));
    assertEquals("not answered: 1 lost on purpose", lines.get(4));
  }

  @Test
  void asJsonItIsOneObjectALine() throws Exception {
    String out = run(List.of("--log", "--json", "--dup", "100%"), "hello", 1);
    assertMatches(
        "\\{\"event\":\"datagram\",\"time_us\":[0-9]+,\"from\":\"127.0.0.1:[0-9]+\",\"wire\":\"raw\","
            + "\"bytes\":5,\"outcome\":\"answered\",(\"ttl\":64,)?\"twice\":true\\}",
        out.lines().toList().get(1));
  }

  private static void assertMatches(String regex, String line) {
    if (!line.matches(regex)) throw new AssertionError("expected " + regex + "\nbut came " + line);
  }

  /** Runs it as a server, has it asked until it has handled a datagram, and ends it. */
  private String run(List<String> options, String payload, int count) throws Exception {
    var words = new ArrayList<>(options);
    words.addAll(List.of("--bind", "127.0.0.1", "--port", "0"));
    var stdout = new PipedLines();
    var end = new CountDownLatch(1);
    EchoEnding ending =
        (listening, _) -> {
          listening.run();
          end.await();
        };
    Command command = echo(ending, Terminals.NONE);
    var run =
        new FutureTask<>(() ->
            command.run(
                words,
                InputStream.nullInputStream(),
                stdout.stream(),
                new PrintStream(OutputStream.nullOutputStream()),
                Map.of()));
    Thread.ofVirtual().start(run);
    String banner = stdout.await(1);
    int port = Integer.parseInt(banner.replaceAll("(?s).*127\\.0\\.0\\.1:([0-9]+).*", "$1"));
    try (var client =
        new TestClient(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
      for (int i = 0; i < count; i++) client.send(payload);
      stdout.await(1 + count);
    }
    end.countDown();
    assertEquals(0, run.get());
    return stdout.all();
  }

  private static Command echo(EchoEnding ending, Terminals terminals) {
    return (words, in, out, err, env) ->
        new EchoTool()
            .command(new EchoCommand(ending))
            .run(List.copyOf(words), new Standard(in, out, err, env, terminals));
  }
}
