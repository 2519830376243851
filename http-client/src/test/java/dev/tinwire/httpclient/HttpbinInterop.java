package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.Program;
import dev.tinwire.testkit.Running;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.terminal.Terminals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code tinwire get} against httpbin, which says back what it was told. */
class HttpbinInterop {
  private static final Command GET =
      (args, in, out, err, env) ->
          new GetTool().run(args, new Standard(in, out, err, env, Terminals.NONE));

  /** Debian's module; the server is Python's own. */
  private static final String SERVE =
      """
      import sys
      from wsgiref.simple_server import make_server, WSGIRequestHandler
      from httpbin import app
      class Quiet(WSGIRequestHandler):
          def log_message(self, *_): pass
      make_server('127.0.0.1', int(sys.argv[1]), app, handler_class=Quiet).serve_forever()
      """;

  @TempDir Path temp = Path.of("");
  private List<Running> running = new ArrayList<>();
  private String base = "";

  @BeforeEach
  void httpbin() throws Exception {
    String python = "/usr/bin/python3"; // where Debian's modules are seen
    assumeTrue(Files.isExecutable(Path.of(python)), "no " + python);
    var has = Invocation.of().on(new Program(List.of(python, "-c", "import httpbin")));
    assumeTrue(has.status() == 0, "no python3-httpbin");
    int port = Peers.freePort();
    running.add(Peers.start(port, temp, python, "-c", SERVE, Integer.toString(port)));
    base = "http://127.0.0.1:" + port;
  }

  @AfterEach
  void end() {
    running.forEach(Running::close);
  }

  private Outcome get(String... args) throws InterruptedException {
    var all = new ArrayList<>(List.of("-q", "-x", "none"));
    all.addAll(List.of(args));
    return Invocation.of(all).withEnv("TERM", "xterm").on(GET);
  }

  private Json said(String... args) throws Exception {
    Outcome outcome = get(args);
    assertEquals(0, outcome.status(), outcome::toString);
    return Json.parse(outcome.stdout());
  }

  @Test
  void fieldsFormsJsonAndFilesArrive() throws Exception {
    assertEquals("b", said("-H", "X-A: b", base + "/headers").at("/headers/X-A").text());
    assertEquals("1", said("-d", "a=1", base + "/post").at("/form/a").text());
    Json json = said("--json-body", "{\"a\":[1]}", base + "/post");
    assertEquals("[1]", json.at("/json/a").print());
    Path file = Files.writeString(temp.resolve("f.txt"), "in a file");
    assertEquals("in a file", said("-F", "f=@" + file, base + "/post").at("/files/f").text());
    String[] patch = {
      "-X", "PATCH", "-H", "Content-Type: text/plain", "--data-binary", "x", base + "/patch"
    };
    assertEquals("x", said(patch).at("/data").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "brotli"})
  void codingsAreUndone(String coding) throws Exception {
    String path = coding.equals("gzip") ? "/gzip" : "/" + coding;
    String member =
        coding.equals("gzip") ? "gzipped" : coding.equals("deflate") ? "deflated" : coding;
    assertTrue(said(base + path).get(member).truth());
  }

  @ParameterizedTest(name = "{0} ends with {1}")
  @CsvSource({
    "/status/404, 4",
    "/status/503, 5",
    "/redirect/5, 0",
    "/absolute-redirect/3, 0",
    "/redirect/25, 1",
    "/redirect-to?url=file%3A%2F%2F%2Fetc%2Fpasswd, 1",
    "/bytes/100000, 0",
    "/stream/20, 0"
  })
  void theEndIsTold(String path, int status) throws Exception {
    Outcome outcome = get("-o", temp.resolve("out").toString(), base + path);
    assertEquals(status, outcome.status(), outcome::toString);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/basic-auth/anna/secret",
        "/hidden-basic-auth/anna/secret",
        "/digest-auth/auth/anna/secret",
        "/digest-auth/auth/anna/secret/SHA-256",
        "/digest-auth/auth-int/anna/secret"
      })
  void loginsAreProved(String path) throws Exception {
    boolean asked = !path.startsWith("/hidden");
    int status = get("-u", "anna:secret", base + path).status();
    // The hidden one says 404 and never asks.
    assertEquals(asked ? 0 : 4, status);
    assertEquals(4, get("-u", "anna:wrong", base + path).status());
  }

  @Test
  void cookiesGoBackAndLast() throws Exception {
    String jar = temp.resolve("jar").toString();
    Json set = said("--jar", jar, base + "/cookies/set?a=1");
    assertEquals("1", set.at("/cookies/a").text());
    String later = base + "/cookies";
    Outcome again = get("--jar", jar, later); // a session's cookie ends with the session
    assertEquals(0, again.status());
  }

  @Test
  void conditionsAreMet() throws Exception {
    String folder = temp.resolve("cache").toString();
    assertEquals(0, get("--cache", folder, base + "/cache").status());
    String[] again = {
      "--json", "--cache", folder, "-H", "Cache-Control: no-cache", base + "/cache"
    };
    assertEquals("validated", Json.parse(get(again).stdout()).get("cache").text());
    String[] hit = {"--json", "--cache", folder, base + "/cache/60"};
    assertEquals("miss", Json.parse(get(hit).stdout()).get("cache").text());
    assertEquals("hit", Json.parse(get(hit).stdout()).get("cache").text());
  }

  @Test
  void slownessHasAnEnd() throws Exception {
    assertEquals(1, get("-m", "300ms", base + "/delay/5").status());
    assertEquals(1, get("--stall", "300ms", base + "/drip?duration=9&numbytes=9&delay=0").status());
  }
}
