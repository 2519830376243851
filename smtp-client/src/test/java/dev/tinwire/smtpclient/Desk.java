package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.tinwire.testkit.FakeClock;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Loopback;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.wire.DialOptions;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** A user at a desk: runs the commands, and has a browser, which is a socket. */
final class Desk {
  final FakeClock clock = new FakeClock();

  private final List<Integer> statuses = new CopyOnWriteArrayList<>();

  private final Path home;
  private final String visits;
  private volatile String shown = "";
  private volatile Thread browser = Thread.ofVirtual().unstarted(() -> {});

  /**
   * A desk.
   *
   * @param visits what the browser does with the page it is shown: requests, semicolons between;
   *     those to IPv6 begin with its address
   */
  Desk(Path home, String visits) {
    this.home = home;
    this.visits = visits;
  }

  Outcome login(IdentityServer server, String... words) throws InterruptedException {
    var pace = new Pace(clock, clock::nanoTime, clock::advance);
    var command =
        new LoginCommand(
            home, OAuthCommands.DIRECT::asking, pace, new Random(1), _ -> this::browse);
    return run(command.command(), server, words);
  }

  Command logout() {
    return new LogoutCommand(home, OAuthCommands.DIRECT::asking).command();
  }

  static Outcome run(Command command, IdentityServer server, String... words)
      throws InterruptedException {
    return Invocation.of(words)
        .withEnv(OAuthHome.SERVER, server.url())
        .on((args, in, out, err, env) ->
            command.run(args, new Standard(in, out, err, env, Terminals.NONE)));
  }

  Optional<AccessTokens> kept(IdentityServer server) throws Exception {
    var surroundings = new OAuthHome(Map.of(OAuthHome.SERVER, server.url()), home);
    TokenEndpoint endpoint = OAuthCommands.direct(DialOptions.defaults());
    return surroundings.kept(
        "office365", "me@example.org", _ -> endpoint, clock, Duration.ofSeconds(30));
  }

  Path file(String name) {
    return home.resolve(".config/tinwire/mail/" + name + ".json");
  }

  private boolean browse(String url) {
    shown = url;
    browser = Thread.ofVirtual().start(this::visitAll);
    return true;
  }

  private void visitAll() {
    for (String visit : visits.split(";", -1)) {
      try {
        statuses.add(visit(visit.strip().replace("STATE", question("state"))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What the browser was answered, in order, when it has all answers. */
  List<Integer> statuses() throws InterruptedException {
    browser.join();
    return statuses;
  }

  private int visit(String visit) throws IOException {
    int port = Integer.parseInt(question("redirect_uri").replaceFirst(".*:([0-9]+)/", "$1"));
    boolean six = visit.startsWith("[::1] ");
    try (var socket = new Socket(six ? Loopback.V6 : Loopback.V4, port)) {
      String request = visit.replace("[::1] ", "") + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  /** A part of the address that the browser was shown. */
  String question(String name) {
    try {
      String value = Forms.parse(shown.substring(shown.indexOf('?') + 1)).get(name);
      assertNotNull(value, name);
      return value;
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }
}
