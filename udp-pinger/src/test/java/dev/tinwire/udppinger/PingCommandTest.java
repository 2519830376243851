package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.ConsoleTranscript;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Loopback;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.terminal.Terminals;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each option of the command: arguments, exit status, stdout, stderr. */
final class PingCommandTest {
  private static final String FIGURES =
      """
      rtt min/avg/max/mdev = NUM/NUM/NUM/NUM ms
      ~ rtt p50/p90/p95/p99 = NUM/NUM/NUM/NUM ms
      ~ jitter \\(RFC 3550\\) = NUM ms, ipdv avg/max = NUM/NUM ms
      """
          .indent(0);

  @TempDir Path temp;

  private static Command ping() {
    return (words, in, out, err, env) -> {
      var command =
          new PingCommand(
              new Openers(Optional.empty(), ChannelSocket::open),
              PingCommandTest::lookUp,
              new SplittableRandom(5),
              _ -> {});
      return new PingTool()
          .command(command)
          .run(List.copyOf(words), new Standard(in, out, err, env, Terminals.NONE));
    };
  }

  private static List<InetAddress> lookUp(String host) throws UnknownHostException {
    return switch (host) {
      case "localhost" -> List.of(Loopback.V6, Loopback.V4);
      case "four.example" -> List.of(Loopback.V4);
      default -> throw new UnknownHostException(host);
    };
  }

  private static void check(String rows, String port) throws InterruptedException {
    String filled =
        rows.replace("FIGURES\n", "~ " + FIGURES)
            .replace("PORT", port)
            .replace("NUM", "[0-9]+\\.[0-9]{3}")
            .replace("TIME", "[0-9.]+ ms");
    for (var row : ConsoleTranscript.parse(filled)) row.check(ping());
  }

  @Test
  void whatAnEchoServerIsPingedWith() throws Exception {
    try (var server = Responder.echoing()) {
      check(
          """
          $ tinwire --wire echo -c 2 -i 1ms --warm-up 0 localhost:PORT
          PING localhost:PORT (127.0.0.1) with 64 bytes of echo.
          ~ 64 bytes from localhost:PORT: seq=1 time=TIME
          ~ 64 bytes from localhost:PORT: seq=2 time=TIME
          |
          --- localhost:PORT ping statistics ---
          ~ 2 packets transmitted, 2 received, 0% packet loss, time [0-9]+ ms
          FIGURES

          # numbers alone need no look-up, and are not shown twice
          $ tinwire --wire text --count 1 127.0.0.1:PORT
          PING 127.0.0.1:PORT with 24 bytes of text.
          ~ 24 bytes from 127.0.0.1:PORT: seq=1 time=TIME
          |
          --- 127.0.0.1:PORT ping statistics ---
          ~ 1 packets transmitted, 1 received, 0% packet loss, time [0-9]+ ms
          ...

          $ tinwire --wire text -s 100 -c 1 -q localhost:PORT
          PING localhost:PORT (127.0.0.1) with 100 bytes of text.
          |
          --- localhost:PORT ping statistics ---
          ...

          $ tinwire --wire echo -c 2 -i 1ms -4 --bind 127.0.0.1 --dscp 46 --df -q localhost:PORT
          ...
          ~ 2 packets transmitted, 2 received, 0% packet loss, time [0-9]+ ms
          ...

          $ tinwire --wire echo -c 3 -i 1ms --warm-up 50 --poisson -q localhost:PORT
          ...
          ~ 3 packets transmitted, 3 received, 0% packet loss, time [0-9]+ ms
          ...

          $ tinwire --wire echo -c 3 --adaptive -q localhost:PORT
          ...
          ~ 3 packets transmitted, 3 received, 0% packet loss, time [0-9]+ ms
          ...

          $ tinwire --wire echo -c 300 --flood --clock user localhost:PORT
          PING localhost:PORT (127.0.0.1) with 64 bytes of echo.
          |
          --- localhost:PORT ping statistics ---
          ~ 300 packets transmitted, 300 received, 0% packet loss, time [0-9]+ ms
          ...

          $ tinwire --wire echo -c 3 -i 1ms --compact localhost:PORT
          PING localhost:PORT (127.0.0.1) with 64 bytes of echo.
          . reply  x timeout  ! refused  D duplicate  L late  C corrupt  o out of order
          ...
          |
          --- localhost:PORT ping statistics ---
          ...

          $ tinwire --wire echo -c 2 -i 1ms --csv localhost:PORT four.example:PORT
          target,at_us,event,seq,rtt_us,bytes,ttl
          ~ .*:PORT,[0-9.]+,reply,[01],[0-9.]+,64,
          ~ .*:PORT,[0-9.]+,reply,[01],[0-9.]+,64,
          ~ .*:PORT,[0-9.]+,reply,[01],[0-9.]+,64,
          ~ .*:PORT,[0-9.]+,reply,[01],[0-9.]+,64,

          $ tinwire --wire echo -c 1 --json-lines localhost:PORT
          {"event":"start","target":"localhost:PORT","address":"127.0.0.1:PORT","wire":"echo","bytes":64}
          ~ \\{"event":"reply","target":"localhost:PORT","seq":0,"at_us":[0-9.]+,"bytes":64,"rtt_us":[0-9.]+}
          ~ \\{"event":"summary","target":"localhost:PORT","summary":\\{"transmitted":1,.*}

          $ tinwire --wire echo -c 1 --graph localhost:PORT
          PING localhost:PORT (127.0.0.1) with 64 bytes of echo.
          ~ localhost:PORT  _  TIME  \\([0-9.]+ - [0-9.]+\\)  0% lost of 1
          ~ .* ms \\|#+ +1  100.0 %
          |
          --- localhost:PORT ping statistics ---
          ...

          # the timeout of the second is never waited for
          $ tinwire --wire echo -c 0 -i 10s --deadline 20ms -q localhost:PORT
          ...
          ~ 1 packets transmitted, 1 received, 0% packet loss, time [0-9]+ ms
          ...

          $ tinwire --wire echo -c 1 --max-rtt 1ns -q localhost:PORT
          ...
          = 1

          $ tinwire --wire echo -c 1 --max-rtt 20s --max-loss 5% -q localhost:PORT
          ...
          """,
          server.port());
    }
  }

  @Test
  void whatASilentServerLooksLike() throws Exception {
    try (var server = Responder.silent()) {
      check(
          """
          $ tinwire -c 2 -i 1ms -W 20ms --warm-up 0 localhost:PORT
          PING localhost:PORT (127.0.0.1) with 44 bytes of STAMP.
          seq=1 timeout
          seq=2 timeout
          |
          --- localhost:PORT ping statistics ---
          ~ 2 packets transmitted, 0 received, 100% packet loss, time [0-9]+ ms
          = 1

          $ tinwire -c 1 -W 20ms localhost:PORT four.example:PORT
          PING localhost:PORT (127.0.0.1) with 44 bytes of STAMP.
          PING four.example:PORT (127.0.0.1) with 44 bytes of STAMP.
          ~ .*:PORT: seq=1 timeout
          ~ .*:PORT: seq=1 timeout
          ...
          = 1

          $ tinwire -c 1 -W 20ms --max-loss 100 -q localhost:PORT
          ...
          = 0
          """,
          server.port());
    }
  }

  @Test
  void whatAReflectorIsPingedWith() throws Exception {
    Path key = Files.writeString(temp.resolve("key"), "0123456789abcdef0123456789abcdef\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    var keyed =
        new Wire(
            Wire.Kind.STAMP,
            OptionalInt.empty(),
            new StampKey(Files.readString(key).strip().getBytes(StandardCharsets.UTF_8)),
            new SplittableRandom());
    var plain = new Wire(Wire.Kind.STAMP, OptionalInt.empty(), null, new SplittableRandom());
    try (var reflector = plain.ownPeer();
        var guarded = keyed.ownPeer()) {
      check(
          """
          $ tinwire -c 2 -i 1ms -s 100 --warm-up 0 localhost:PORT
          PING localhost:PORT (127.0.0.1) with 100 bytes of STAMP.
          ~ 100 bytes from localhost:PORT: seq=1 time=TIME
          ~ 100 bytes from localhost:PORT: seq=2 time=TIME
          |
          --- localhost:PORT ping statistics ---
          ~ 2 packets transmitted, 2 received, 0% packet loss, time [0-9]+ ms
          FIGURES
          ~ one-way .*
          ~ reflector held packets min/avg/max = NUM/NUM/NUM ms

          $ tinwire -c 1 -q --verbose localhost:PORT
          ...
          ! ~ > 44 octets to localhost:PORT: 00000000[0-9a-f]{56}\\.\\.\\.
          ! ~ < 44 octets from localhost:PORT: [0-9a-f]{64}\\.\\.\\.

          $ tinwire -c 1 -q --explain localhost:PORT
          ...
          ! ~ > 44 octets to localhost:PORT: .*
          ! ~ >   0-3     sequence 0 +# counts our packets, from 0 \\(RFC 8762 §4.2.1\\)
          ! ~ >   4-11    T1 20[0-9T:.-]+Z +# when we sent it.*
          ! ...
          ! ~ <   40      TTL 0 +# .*
          """,
          Integer.toString(reflector.address().getPort()));
      check(
          """
          $ tinwire -c 1 --key-file KEY -q localhost:PORT
          PING localhost:PORT (127.0.0.1) with 112 bytes of authenticated STAMP.
          ...
          ~ 1 packets transmitted, 1 received, 0% packet loss, time [0-9]+ ms
          ...
          """
              .replace("KEY", key.toString()),
          Integer.toString(guarded.address().getPort()));
    }
  }

  @Test
  void aRunAsOneDocument() throws Exception {
    try (var server = Responder.upperCasing()) {
      String host = "localhost:" + server.port();
      Outcome one = run("--wire", "text", "-c", "3", "-i", "1ms", "--json", host);
      assertEquals(0, one.status(), one::toString);
      Json document = Json.parse(one.stdout());
      assertEquals(List.of("replies", "summary"), List.copyOf(document.members().keySet()));
      assertEquals(3, document.get("replies").items().size());
      assertEquals(
          List.of("seq", "rtt_us"), List.copyOf(document.at("/replies/0").members().keySet()));
      assertEquals(2, document.at("/replies/2/seq").number().longValue());
      assertEquals(
          List.of(
              "transmitted",
              "received",
              "lost",
              "loss_percent",
              "duplicates",
              "late",
              "corrupted",
              "reordered",
              "rtt_us",
              "jitter_us"),
          List.copyOf(document.get("summary").members().keySet()));
      assertEquals(
          List.of("min", "avg", "max", "stddev", "p50", "p95", "p99"),
          List.copyOf(document.at("/summary/rtt_us").members().keySet()));

      Outcome two = run("--wire", "text", "-c", "2", "-i", "1ms", "--json", host, host);
      assertEquals(2, Json.parse(two.stdout()).at("/targets/1/replies").items().size());
    }
  }

  private static Outcome run(String... words) throws InterruptedException {
    return Invocation.of(words).on(ping());
  }

  @Test
  void aPicture() throws Exception {
    Path file = temp.resolve("run.svg");
    try (var server = Responder.echoing()) {
      String host = "localhost:" + server.port();
      Outcome outcome =
          run("--wire", "echo", "-c", "3", "-i", "1ms", "-q", "--svg", file.toString(), host);
      assertEquals(0, outcome.status(), outcome::toString);
    }
    String picture = Files.readString(file);
    assertTrue(picture.startsWith("<svg xmlns="), picture);
    assertEquals(3, picture.split("class=\"rtt\"", -1).length - 1);
  }

  @Test
  void whatCannotBe() throws Exception {
    check(
        """
        $ tinwire
        ! tinwire ping: HOST[:PORT] is missing
        ! Try: tinwire ping --help
        = 2

        $ tinwire nowhere.example
        ! ~ tinwire ping: unknown host nowhere.example: .*
        ! ...
        = 2

        $ tinwire -6 four.example
        ! tinwire ping: four.example has no IPv6 address, only 127.0.0.1
        ! ...
        = 2

        $ tinwire --flood --poisson localhost
        ! tinwire ping: --poisson and --flood exclude each other
        ! ...
        = 2

        $ tinwire --json --csv localhost
        ! tinwire ping: --json and --csv exclude each other
        ! ...
        = 2

        $ tinwire -i 0s localhost
        ! tinwire ping: --interval: bad interval "0s": is from 10us to 1d
        ! ...
        = 2

        $ tinwire -W 0s localhost
        ! tinwire ping: --timeout: bad time "0s": is from 1ms to 365d
        ! ...
        = 2

        $ tinwire -s 43 localhost
        ! tinwire ping: --size: these packets have 44 bytes at least
        ! ...
        = 2

        $ tinwire --wire stump localhost
        ! tinwire ping: --wire: bad wire "stump": write stamp, text or echo
        ! ...
        = 2

        $ tinwire --wire text --key-file x localhost
        ! tinwire ping: --key-file is for STAMP; no other wire has signatures
        ! ...
        = 2

        $ tinwire --tcp --df localhost
        ! tinwire ping: --df is not for --tcp
        ! ...
        = 2

        $ tinwire --max-loss 101% localhost
        ! tinwire ping: --max-loss: bad share "101%": write a number from 0 to 100, such as 5%
        ! ...
        = 2

        $ tinwire --clock kernel localhost
        ! tinwire ping: no stamps of the kernel on this platform; leave --clock out
        = 1

        $ tinwire --ttl 3 --warm-up 0 localhost
        ! tinwire ping: --ttl needs the kernel's own interface; Java's sockets have none
        = 1

        $ tinwire --key-file /nowhere localhost
        ! ~ tinwire ping: .*/nowhere.*
        = 1

        $ tinwire --bind ::1 -4 localhost
        ! ~ tinwire ping: --bind and localhost:12000 are of different kinds .*
        ! ...
        = 2

        $ tinwire --interactive localhost four.example
        ! tinwire ping: --interactive talks to one target
        ! ...
        = 2

        $ tinwire --help
        tinwire ping - measures delay and loss over UDP
        ...
        """,
        "PORT");
  }
}
