package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.ConsoleTranscript;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Loopback;
import dev.tinwire.testkit.Transcript;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shell is told, and what the user, when it does not go well. */
final class GetStatusTest {
  private static final Command GET =
      (args, in, out, err, env) ->
          new GetTool().run(args, new Standard(in, out, err, env, Terminals.NONE));

  @ParameterizedTest(name = "{0} is status {1}")
  @CsvSource({"200,0", "204,0", "304,0", "400,4", "404,4", "499,4", "500,5", "503,5", "999,5"})
  void theFinalStatusDecides(int code, int status) throws Exception {
    String script =
        """
        C*:
        S: HTTP/1.1 %d What
        S: Content-Length: 0
        S:
        """
            .formatted(code);
    try (var server = new Transcript(script)) {
      var outcome = Invocation.of("-x", "none", server.endpoint()).on(GET);
      assertEquals(status, outcome.status(), outcome::toString);
      assertEquals("", outcome.stdout());
      // Nothing else would say it, for there is no body.
      assertEquals(status != 0, outcome.stderr().contains(": " + code), outcome::toString);
    }
  }

  @Test
  void whoIsNotThereIsNamedWithTheReason() throws Exception {
    int port;
    try (var nobody = new ServerSocket(0, 1, Loopback.V4)) {
      port = nobody.getLocalPort();
    }
    var outcome = Invocation.of("-x", "none", "127.0.0.1:" + port).on(GET);
    outcome.expect(
        1,
        "",
        "tinwire get: http://127.0.0.1:%d/: could not connect to 127.0.0.1:%d: refused\n"
            .formatted(port, port));
  }

  @Test
  void mistakesOfTheUserAreStatusTwoWithAdvice() throws Exception {
    String rows =
        """
        $ tinwire
        ! tinwire get: say which URL
        ! Try: tinwire get --help
        = 2

        $ tinwire ftp://x/
        ! tinwire get: only http: and https: can be fetched, not ftp://x/
        ! Try: tinwire get --help
        = 2

        $ tinwire -o a -o b x
        ! tinwire get: there are 2 --output for 1 URLs
        ! Try: tinwire get --help
        = 2

        $ tinwire -C x
        ! tinwire get: --continue goes on with a file: add -O or -o FILE
        ! Try: tinwire get --help
        = 2

        $ tinwire -k --cacert f x
        ! tinwire get: --cacert, --pin and --insecure each say whom to believe: choose one
        ! Try: tinwire get --help
        = 2

        $ tinwire --key f x
        ! tinwire get: --key goes with --cert
        ! Try: tinwire get --help
        = 2

        $ tinwire -I -d a x
        ! tinwire get: --head asks for a head, --data sends a body: choose one
        ! Try: tinwire get --help
        = 2

        $ tinwire -d a --json-body 1 x
        ! tinwire get: --data, --json-body and --form: a request has one body
        ! Try: tinwire get --help
        = 2

        $ tinwire -H nonsense x
        ! tinwire get: --header: bad field "nonsense": write 'NAME: VALUE', or 'NAME;' for one without a value
        !     nonsense
        !             ^
        ! Try: tinwire get --help
        = 2

        $ tinwire --sha256 12 -O x
        ! tinwire get: --sha256: bad SHA-256 "12": write 64 hexadecimal digits
        !     12
        !     ^
        ! Try: tinwire get --help
        = 2

        $ tinwire --outpt a x
        ! tinwire get: unknown option --outpt; did you mean --output?
        ! Try: tinwire get --help
        = 2
        """;
    for (var row : ConsoleTranscript.parse(rows)) row.check(GET);
  }

  @Test
  void aFieldCannotBecomeTwo() throws Exception {
    var outcome = Invocation.of("-H", "X: a\r\nY: b", "x").on(GET);
    assertEquals(2, outcome.status(), outcome::toString);
  }
}
