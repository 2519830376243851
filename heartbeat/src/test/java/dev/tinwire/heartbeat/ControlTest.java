package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.ConsoleTranscript;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ControlTest {
  @TempDir private Path folder;
  private final TestFleet fleet = TestFleet.now();
  private Path socket = Path.of("");
  private ControlServer server;
  private ControlDesk desk;

  @BeforeEach
  void start() throws IOException {
    socket = folder.resolve("own").resolve("m.sock");
    var observatory =
        new Observatory(
            fleet,
            () -> MonitorConfig.NONE,
            new History(WatchLimits.DEFAULT),
            new UptimeBook(WatchLimits.DEFAULT),
            fleet.clock::nanoTime);
    desk = new ControlDesk(observatory, () -> new LiveConfig.Reloaded(false, List.of("no file")));
    server = ControlServer.start(socket, desk, WatchLimits.DEFAULT);
    fleet.with("web", SenderState.UP).with("db", SenderState.UP);
    fleet.happen("db", Happening.DOWN, Duration.ofSeconds(3));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    assertFalse(Files.exists(socket), "the socket goes with the server");
  }

  private void check(String rows) throws InterruptedException {
    String filled = rows.replace("SOCKET", socket.toString());
    for (var row : ConsoleTranscript.parse(filled)) {
      row.check((words, in, out, err, env) ->
          ControlCommands.named(words.getFirst())
              .orElseThrow()
              .run(
                  words.subList(1, words.size()), new Standard(in, out, err, env, Terminals.NONE)));
    }
  }

  @Test
  void eachWordDoesWhatItSays() throws InterruptedException {
    check(
        """
        $ monitor list --control SOCKET
        STATE  ID   SILENT  DEADLINE  LOST %  RESTARTS  SINCE                    HELD
        down   db       3s        3s     0.0         4  2026-11-20 18:00:00 UTC
        up     web      0s        3s     0.0         4  2026-11-20 18:00:00 UTC

        $ monitor mute web --control SOCKET
        web is muted until 2026-11-20 19:00:00 UTC

        $ monitor mute web 5m --control SOCKET
        web is muted until 2026-11-20 18:05:00 UTC

        $ monitor why web --control SOCKET
        web has 3s: its period and 2s
        nobody is called because of it: muted until 2026-11-20 18:05:00 UTC

        $ monitor unmute web --control SOCKET
        web is heard again

        $ monitor ack db --control SOCKET
        db: no more reminders until it is back

        $ monitor ack web --control SOCKET
        ! tinwire monitor ack: web is not down but up; there is nothing to acknowledge
        = 1

        $ monitor why nobody --control SOCKET
        ! tinwire monitor why: there is no sender nobody; monitor list names them all
        = 1

        $ monitor reload --control SOCKET
        ! tinwire monitor reload: no file
        = 1

        $ monitor forget web --control SOCKET
        web is forgotten

        $ monitor list --json --control SOCKET
        ~ \\{"id":"db","state":"down","since":"2026-11-20T18:00:00Z",.*"address":"192.0.2.7:4711","values":\\{"load":"0.3"\\}\\}

        $ monitor report --control SOCKET
        ~ id,group,state,.*
        ~ db,,down,.*
        """);
  }

  @Test
  void whoMistypesOrAsksNobodyIsToldSo() throws InterruptedException {
    check(
        """
        $ monitor why --control SOCKET
        ! tinwire monitor why: ID is missing
        ! Try: tinwire monitor why --help
        = 2

        $ monitor why 'a b' --control SOCKET
        ! tinwire monitor why: ID: bad id "a b": letters, digits and . _ : - only, at most 64
        !     a b
        !     ^
        ! Try: tinwire monitor why --help
        = 2

        $ monitor mute web 5 --control SOCKET
        ! ~ tinwire monitor mute: TIME: bad duration "5": .*
        ! ...
        = 2

        $ monitor list --control SOCKET.not
        ! tinwire monitor list: no monitor runs here: nobody listens at SOCKET.not; start one with tinwire monitor, or say which one with --port or --control
        = 1
        """);
  }

  @Test
  void onlyItsOwnerCanOpenIt() throws IOException {
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())));
  }

  @Test
  void whereOneRunsASecondIsRefused() {
    var refused =
        assertThrows(
            WireException.class, () -> ControlServer.start(socket, desk, WatchLimits.DEFAULT));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("another monitor runs"));
    assertTrue(Files.exists(socket));
  }

  @Test
  void theSocketOfOneThatWasKilledIsTakenOver() throws IOException {
    Path left = folder.resolve("left.sock");
    try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dead.bind(UnixDomainSocketAddress.of(left));
    }
    assertTrue(Files.exists(left));
    ControlServer.start(left, desk, WatchLimits.DEFAULT).close();
  }

  @Test
  void aFileInItsPlaceStays() throws IOException {
    Path file = Files.writeString(folder.resolve("notes"), "mine");
    assertThrows(WireException.class, () -> ControlServer.start(file, desk, WatchLimits.DEFAULT));
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void aLineWithoutEndIsRefused() throws IOException {
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      channel.write(ByteBuffer.wrap("x".repeat(2000).getBytes(StandardCharsets.US_ASCII)));
      assertEquals(-1, channel.read(ByteBuffer.allocate(100)));
    } catch (IOException _) {
      // Closed before all of it was written: refused as well.
    }
    assertTrue(
        new ControlClient(socket, Deadline.in(Duration.ofSeconds(20)))
            .ask(new ControlRequest.Enumerate(false))
            .done());
  }

  @Test
  void theUsualPlaceIsTheUsersOwn() {
    assertEquals(
        Path.of("/run/user/7/tinwire/monitor-13000.sock"),
        ControlPath.usual(Map.of("XDG_RUNTIME_DIR", "/run/user/7", "HOME", "/home/x"), 13000));
    assertEquals(
        Path.of("/home/x/.local/state/tinwire/monitor-5.sock"),
        ControlPath.usual(Map.of("HOME", "/home/x"), 5));
    assertThrows(WireException.class, () -> ControlPath.check(Path.of("/" + "x".repeat(107))));
  }
}
