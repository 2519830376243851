package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Blackhole;
import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.TestIdentity;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several addresses is reached, and over what: happy eyeballs and HSTS in a whole run. */
class ReachingTest {
  private static final Command GET =
      (args, in, out, err, env) ->
          new GetTool().run(args, new Standard(in, out, err, env, Terminals.NONE));

  @TempDir Path temp = Path.of("");

  private static Outcome get(String... args) throws Exception {
    var all = new ArrayList<>(List.of("-x", "none"));
    all.addAll(List.of(args));
    return Invocation.of(all).withEnv("TERM", "xterm").on(GET);
  }

  private static AnsweringOrigin origin(int port) throws Exception {
    return new AnsweringOrigin(port, _ -> AnsweringOrigin.reply("200 OK", "reached"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "127.0.0.1",
        "127.0.0.1,127.0.0.2",
        "127.0.0.2,127.0.0.1",
        "127.0.0.2,127.0.0.3,127.0.0.1",
        "[::1],127.0.0.1",
        "127.0.0.2,[::1],127.0.0.1"
      })
  void theAddressThatAnswersIsTaken(String addresses) throws Exception {
    try (var origin = origin(0)) {
      String there = "several.example:" + origin.port();
      var outcome = get("-v", "--resolve", there + ":" + addresses, there);
      assertEquals("reached", outcome.stdout(), outcome::toString);
      var host = origin.asked().getFirst().fields().first("Host");
      assertEquals(there, host.orElse(""));
    }
  }

  @Test
  void anAddressThatSaysNothingHoldsUpNobody() throws Exception {
    try (var hole = Blackhole.unreachable(InetAddress.ofLiteral("127.0.0.2"));
        var origin = origin(hole.port())) {
      String there = "several.example:" + origin.port();
      // The hole alone would take all of the time there is.
      var alone = get("--connect-timeout", "1s", "--resolve", there + ":127.0.0.2", there);
      assertEquals(1, alone.status(), alone::toString);
      var both = get("-m", "30s", "--resolve", there + ":127.0.0.2,127.0.0.1", there);
      assertEquals("reached", both.stdout(), both::toString);
    }
  }

  @Test
  void ifNoneAnswersEachIsNamed() throws Exception {
    int port;
    try (var origin = origin(0)) {
      port = origin.port();
    }
    String there = "several.example:" + port;
    var outcome = get("--resolve", there + ":127.0.0.2,127.0.0.3", there);
    assertEquals(1, outcome.status());
    for (String address : List.of("127.0.0.2", "127.0.0.3")) {
      assertTrue(outcome.stderr().contains(address + ":" + port + " refused"), outcome::toString);
    }
  }

  @ParameterizedTest(name = "after https://{0} http://{1} is asked {2}")
  @CsvSource({
    "localhost, localhost, over TLS",
    "127.0.0.1, 127.0.0.1, in the clear",
    "localhost, 127.0.0.1, in the clear"
  })
  void whoWantsTlsIsAskedOverIt(String first, String then, String how) throws Exception {
    Path authority = temp.resolve("ca.pem");
    Files.writeString(authority, TestIdentity.localhost().certificatePem());
    byte[] reply =
        "HTTP/1.1 200 OK\r\nStrict-Transport-Security: max-age=900\r\nContent-Length: 2\r\n\r\nhi"
            .getBytes(StandardCharsets.UTF_8);
    try (var origin = new HostileOrigin(true, HostileOrigin.Ending.CLOSE, reply)) {
      String port = origin.url().replaceAll("[^0-9]", "");
      var outcome =
          get(
              "--cacert",
              authority.toString(),
              "https://" + first + ":" + port,
              "http://" + then + ":" + port);
      // In the clear nobody understands us there.
      boolean upgraded = how.equals("over TLS");
      assertEquals(upgraded ? "hihi" : "hi", outcome.stdout(), outcome::toString);
      assertEquals(upgraded ? 0 : 1, outcome.status(), outcome::toString);
    }
  }
}
