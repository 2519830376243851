package dev.tinwire.udppinger;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.ConsoleTranscript;
import dev.tinwire.testkit.Loopback;
import dev.tinwire.wire.Resolver;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Messages that are typed, over UDP and TCP, and the textbook's lines over TCP. */
final class ByHandTest {
  private static Command ping() {
    return ping(_ -> {});
  }

  private static Command ping(Consumer<Wishes> listening) {
    var command =
        new PingCommand(
            new Openers(Optional.empty(), ChannelSocket::open),
            Resolver.system(),
            new SplittableRandom(5),
            listening);
    return (words, in, out, err, env) ->
        new PingTool()
            .command(command)
            .run(List.copyOf(words), new Standard(in, out, err, env, Terminals.NONE));
  }

  private static void check(String rows, int port) throws InterruptedException {
    for (var row : ConsoleTranscript.parse(rows.replace("PORT", Integer.toString(port)))) {
      row.check(ping());
    }
  }

  @Test
  void whatIsTypedComesBack() throws Exception {
    try (var server = Responder.upperCasing()) {
      check(
          """
          $ tinwire --interactive 127.0.0.1:PORT
          < hello
          < second
          ~ HELLO  time=[0-9.]+ ms
          ~ SECOND  time=[0-9.]+ ms
          --- 127.0.0.1:PORT ping statistics ---
          ~ 2 packets transmitted, 2 received, 0% packet loss, time [0-9]+ ms
          ...
          """,
          server.address().getPort());
    }
  }

  @Test
  void figuresThatAreAskedForAreShownAndItGoesOn() throws Exception {
    try (var server = Responder.upperCasing()) {
      String rows =
          """
          $ tinwire --interactive 127.0.0.1:PORT
          < hello
          |
          --- 127.0.0.1:PORT ping statistics ---
          ~ 0 packets transmitted, 0 received, 0% packet loss, time [0-9]+ ms
          |
          ~ HELLO  time=[0-9.]+ ms
          --- 127.0.0.1:PORT ping statistics ---
          ~ 1 packets transmitted, 1 received, 0% packet loss, time [0-9]+ ms
          ...
          """;
      String port = Integer.toString(server.address().getPort());
      for (var row : ConsoleTranscript.parse(rows.replace("PORT", port))) {
        row.check(ping(Wishes::figures));
      }
    }
  }

  @Test
  void silenceIsATimeout() throws Exception {
    try (var server = Responder.silent()) {
      check(
          """
          $ tinwire --interactive -W 20ms 127.0.0.1:PORT
          < hello
          timeout
          --- 127.0.0.1:PORT ping statistics ---
          ~ 1 packets transmitted, 0 received, 100% packet loss, time [0-9]+ ms
          = 1
          """,
          server.address().getPort());
    }
  }

  @Test
  void aPortWhereNobodyListensIsNoTimeout() throws Exception {
    int port;
    try (var silent = Responder.silent()) {
      port = silent.address().getPort();
    }
    check(
        """
        $ tinwire --interactive -W 20s 127.0.0.1:PORT
        < hello
        < again
        port unreachable
        port unreachable
        --- 127.0.0.1:PORT ping statistics ---
        ~ 2 packets transmitted, 0 received, \\+2 errors, 100% packet loss, time [0-9]+ ms
        = 1
        """,
        port);
  }

  @Test
  void aLateReplyIsNotTakenForTheNextMessages() throws Exception {
    try (var server = Responder.oneBehind()) {
      check(
          """
          $ tinwire --interactive -W 300ms 127.0.0.1:PORT
          < first
          < second
          timeout
          ~ FIRST  time=[0-9.]+ ms \\(late [0-9.]+ ms\\)
          timeout
          --- 127.0.0.1:PORT ping statistics ---
          ~ 2 packets transmitted, 0 received, 1 late, 100% packet loss, time [0-9]+ ms
          = 1
          """,
          server.address().getPort());
    }
  }

  @Test
  void linesOfAConnection() throws Exception {
    try (var listener = new ServerSocket(0, 5, Loopback.V4)) {
      Thread.ofVirtual().start(() -> serve(listener));
      check(
          """
          $ tinwire --tcp -c 3 -i 1ms 127.0.0.1:PORT
          PING 127.0.0.1:PORT with 24 bytes of text.
          ~ 24 bytes from 127.0.0.1:PORT: seq=1 time=[0-9.]+ ms
          ~ 24 bytes from 127.0.0.1:PORT: seq=2 time=[0-9.]+ ms
          ~ 24 bytes from 127.0.0.1:PORT: seq=3 time=[0-9.]+ ms
          |
          --- 127.0.0.1:PORT ping statistics ---
          ~ 3 packets transmitted, 3 received, 0% packet loss, time [0-9]+ ms
          ...

          $ tinwire --tcp --interactive 127.0.0.1:PORT
          < hello
          < quit
          < more
          ~ HELLO  time=[0-9.]+ ms
          the peer ended the connection
          --- 127.0.0.1:PORT ping statistics ---
          ~ 1 packets transmitted, 1 received, 0% packet loss, time [0-9]+ ms
          ...
          """,
          listener.getLocalPort());
    }
  }

  @Test
  void nobodyListens() throws Exception {
    int port;
    try (var listener = new ServerSocket(0, 5, Loopback.V4)) {
      port = listener.getLocalPort();
    }
    check(
        """
        $ tinwire --tcp 127.0.0.1:PORT
        ! ~ tinwire ping: .*127.0.0.1:PORT.*
        = 1
        """,
        port);
  }

  /** The textbook's server: upper case, and quit ends. */
  private static void serve(ServerSocket listener) {
    try {
      while (true) {
        try (Socket client = listener.accept()) {
          var reader =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
          for (String line = reader.readLine();
              line != null && !line.equals("quit");
              line = reader.readLine()) {
            String upper = line.toUpperCase(Locale.ROOT) + "\r\n";
            client.getOutputStream().write(upper.getBytes(StandardCharsets.UTF_8));
          }
        }
      }
    } catch (IOException _) {
      // Closed: the test is over.
    }
  }
}
