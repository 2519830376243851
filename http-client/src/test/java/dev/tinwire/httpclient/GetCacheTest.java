package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.RequestHead;
import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.terminal.Terminals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --cache DIR} on the command line: each run is a process of its own, the folder stays. */
class GetCacheTest {
  private static final Command GET =
      (args, in, out, err, env) ->
          new GetTool().run(args, new Standard(in, out, err, env, Terminals.NONE));

  @TempDir Path temp = Path.of("");

  private Path folder() {
    return temp.resolve("cache");
  }

  private Outcome get(String... args) throws Exception {
    var all = new ArrayList<>(List.of("-x", "none", "--cache", folder().toString()));
    all.addAll(List.of(args));
    return Invocation.of(all).withEnv("TERM", "xterm").on(GET);
  }

  /** Answers with a version that can be validated, and must be each time. */
  private static Optional<byte[]> tagged(RequestHead head) {
    boolean same = head.fields().first("If-None-Match").equals(Optional.of("\"1\""));
    return same
        ? Optional.of("HTTP/1.1 304 Same\r\nETag: \"1\"\r\n\r\n".getBytes(StandardCharsets.UTF_8))
        : AnsweringOrigin.reply("200 OK\nETag: \"1\"\nCache-Control: no-cache", "tagged");
  }

  private static String use(Outcome outcome) throws IOException {
    return Json.parse(outcome.stdout()).get("cache").text();
  }

  @Test
  void whatIsFreshComesFromTheFolderWithoutAnyServer() throws Exception {
    String url;
    try (var origin =
        new AnsweringOrigin(
            _ -> AnsweringOrigin.reply("200 OK\nCache-Control: max-age=900", "hi"))) {
      url = origin.url();
      assertEquals("hi", get(url).stdout());
    }
    var again = get("-v", url); // nobody listens there any more
    assertEquals("hi", again.stdout(), again::toString);
    assertTrue(
        again.stderr().matches("(?s).*cache: answered from here, \\d+ s old and good for .*"),
        again::toString);
  }

  @Test
  void jsonSaysWhereItCameFrom() throws Exception {
    try (var origin = new AnsweringOrigin(GetCacheTest::tagged)) {
      assertEquals("miss", use(get("--json", origin.url())));
      assertEquals("validated", use(get("--json", origin.url())));
      assertEquals("\"1\"", origin.asked().getLast().fields().first("If-None-Match").orElse(""));
    }
    try (var origin =
        new AnsweringOrigin(_ -> AnsweringOrigin.reply("200 OK\nCache-Control: max-age=9", "x"))) {
      get(origin.url());
      assertEquals("hit", use(get("--json", origin.url())));
    }
    String stale = "200 OK\nCache-Control: max-age=0, stale-if-error=900\nETag: \"s\"";
    String url;
    try (var origin = new AnsweringOrigin(_ -> AnsweringOrigin.reply(stale, "x"))) {
      url = origin.url();
      get(url);
    }
    assertEquals("stale", use(get("--json", url)));
  }

  @Test
  void aValidatedAnswerSaysSoAndIsWhole() throws Exception {
    try (var origin = new AnsweringOrigin(GetCacheTest::tagged)) {
      get(origin.url());
      var again = get("-v", origin.url());
      assertEquals("tagged", again.stdout());
      assertTrue(again.stderr().contains("cache: it is still good"), again::toString);
      assertTrue(again.stderr().contains("If-None-Match"), again::toString);
    }
  }

  @ParameterizedTest(name = "{0} asks {1} times in two runs")
  @CsvSource({
    "X: y, 1",
    "Cache-Control: no-cache, 2",
    "Cache-Control: no-store, 2",
    "Pragma: no-cache, 2"
  })
  void theRequestMayWantTheServerAsked(String field, int times) throws Exception {
    try (var origin =
        new AnsweringOrigin(
            _ -> AnsweringOrigin.reply("200 OK\nCache-Control: max-age=900", "x"))) {
      get(origin.url());
      get("-H", field, origin.url());
      assertEquals(times, origin.asked().size());
    }
  }

  @Test
  void onlyIfCachedNeverAsks() throws Exception {
    try (var origin = new AnsweringOrigin(_ -> AnsweringOrigin.reply("200 OK", "x"))) {
      var outcome = get("-H", "Cache-Control: only-if-cached", origin.url());
      assertEquals(5, outcome.status(), outcome::toString);
      assertEquals(0, origin.asked().size());
    }
  }

  @Test
  void aChangeMakesItVoid() throws Exception {
    try (var origin =
        new AnsweringOrigin(
            _ -> AnsweringOrigin.reply("200 OK\nCache-Control: max-age=900", "x"))) {
      get(origin.url());
      get("-X", "PUT", "-d", "new", origin.url());
      get(origin.url());
      assertEquals(3, origin.asked().size());
    }
  }

  @Test
  void eachLanguageHasItsOwn() throws Exception {
    AnsweringOrigin.Answer answer =
        head ->
            AnsweringOrigin.reply(
                "200 OK\nCache-Control: max-age=900\nVary: Accept-Language",
                head.fields().first("Accept-Language").orElse("none"));
    try (var origin = new AnsweringOrigin(answer)) {
      for (String language : List.of("de", "en", "de", "en")) {
        assertEquals(language, get("-H", "Accept-Language: " + language, origin.url()).stdout());
      }
      assertEquals(2, origin.asked().size());
    }
  }

  @Test
  void aRedirectIsKeptToo() throws Exception {
    AnsweringOrigin.Answer answer =
        head ->
            head.line().target().toString().equals("/b")
                ? AnsweringOrigin.reply("200 OK\nCache-Control: max-age=900", "there")
                : AnsweringOrigin.reply(
                    "301 Moved\nLocation: /b\nCache-Control: max-age=900", "moved");
    try (var origin = new AnsweringOrigin(answer)) {
      assertEquals("there", get(origin.url()).stdout());
      assertEquals("there", get(origin.url()).stdout());
      assertEquals(2, origin.asked().size());
    }
  }

  @Test
  void halfAnAnswerIsNotKept() throws Exception {
    byte[] cut =
        "HTTP/1.1 200 OK\r\nCache-Control: max-age=900\r\nContent-Length: 9\r\nConnection: close\r\n\r\nhal"
            .getBytes(StandardCharsets.UTF_8);
    try (var origin = new HostileOrigin(false, HostileOrigin.Ending.CLOSE, cut)) {
      assertEquals(1, get(origin.url()).status());
      assertEquals(1, get(origin.url()).status());
      assertEquals(2, origin.requests().size());
    }
    try (var files = Files.list(folder())) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void anAnswerToALoginIsNotForTheNextOne() throws Exception {
    try (var origin =
        new AnsweringOrigin(
            _ -> AnsweringOrigin.reply("200 OK\nCache-Control: max-age=900", "x"))) {
      get("-H", "Authorization: Bearer t", origin.url());
      get(origin.url());
      assertEquals(2, origin.asked().size());
    }
  }

  @Test
  void theFolderIsForItsOwnerAlone() throws Exception {
    try (var origin =
        new AnsweringOrigin(
            _ -> AnsweringOrigin.reply("200 OK\nCache-Control: max-age=900", "x"))) {
      get(origin.url());
    }
    var modes = new ArrayList<String>();
    try (var files = Files.list(folder())) {
      for (Path file : files.toList()) {
        modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
    }
    assertEquals(List.of("rw-------", "rw-------"), modes);
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
  }

  @Test
  void whatIsNoFolderIsSaid() throws Exception {
    Files.writeString(folder(), "a file");
    var outcome = get("localhost:1");
    assertEquals(2, outcome.status(), outcome::toString);
    assertTrue(outcome.stderr().contains("--cache: "), outcome::toString);
  }
}
