package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Status;
import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.TestIdentity;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The command against servers that misbehave, over HTTP and HTTPS: it ends in time, with the status
 * that fits; nothing raw reaches a terminal; and a file has its name only if all of it came.
 */
@Timeout(60)
class HostileRunTest {
  private static final Command PIPED =
      (args, in, out, err, env) ->
          new GetTool().run(args, new Standard(in, out, err, env, Terminals.NONE));
  private static final Command AT_TERMINAL =
      (args, in, out, err, env) ->
          new GetTool().run(args, new Standard(in, out, err, env, new Terminals(true, true, true)));

  @TempDir Path temp = Path.of("");
  private Path authority = Path.of("");

  @BeforeEach
  void trust() throws IOException {
    authority = temp.resolve("ca.pem");
    Files.writeString(authority, TestIdentity.localhost().certificatePem());
  }

  static Stream<Arguments> messages() {
    return Stream.of(HostileFramingTest.rows(), HostileHeadTest.rows())
        .flatMap(rows -> rows)
        .flatMap(row -> Stream.of(false, true).map(tls -> Arguments.of(tls, row)));
  }

  static Stream<Arguments> runs() {
    return Hostilities.all().stream()
        .flatMap(run -> run.schemes().map(tls -> Arguments.of(tls, run)));
  }

  private Outcome run(Command command, List<String> options, String url) throws Exception {
    var all = new ArrayList<>(List.of("-q", "--color", "never", "--stall", "300ms", "-m", "20s"));
    if (!options.contains("-x")) all.addAll(List.of("-x", "none"));
    if (!options.contains("--pin")) all.addAll(List.of("--cacert", authority.toString()));
    all.addAll(options);
    all.add(url);
    var outcome = Invocation.of(all).withEnv("TERM", "xterm").on(command);
    if (command.equals(AT_TERMINAL)) assertHarmless(outcome);
    else assertFalse(hasControls(outcome.stderr()), outcome::toString);
    return outcome;
  }

  private static void assertHarmless(Outcome outcome) {
    assertFalse(hasControls(outcome.stdout()), outcome::toString);
    assertFalse(hasControls(outcome.stderr()), outcome::toString);
  }

  private static boolean hasControls(String text) {
    return text.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c));
  }

  @ParameterizedTest(name = "TLS {0}: {1}")
  @MethodSource("messages")
  void aMessageIsTakenWholeOrNotAtAll(boolean tls, HostileRow row) throws Exception {
    boolean good = !row.expected().startsWith("!");
    String body = good ? row.expected().substring(3).strip() : "";
    int status = good ? GetStatus.of(new Status(code(row))) : 1;
    try (var origin = new HostileOrigin(tls, row.ending(), row.reply())) {
      Path file = temp.resolve("file");
      var saved = run(PIPED, List.of("-o", file.toString()), origin.url());
      assertEquals(status, saved.status(), saved::toString);
      if (status == 0) assertEquals(body, Files.readString(file));
      else assertNothingComplete(file, saved);
      var shown = run(AT_TERMINAL, List.of(), origin.url());
      assertEquals(status, shown.status(), shown::toString);
    }
  }

  private static int code(HostileRow row) {
    return Integer.parseInt(row.expected().substring(0, 3));
  }

  /** Not under its name; under that of a part only with the note of what it is a part of. */
  private static void assertNothingComplete(Path file, Outcome outcome) {
    assertFalse(Files.exists(file), outcome::toString);
    Path part = PartFile.partOf(file);
    assertEquals(Files.exists(PartNote.beside(part)), Files.exists(part), outcome::toString);
    assertEquals(1, outcome.stderr().lines().count(), outcome::toString);
  }

  @ParameterizedTest(name = "TLS {0}: {1}")
  @MethodSource("runs")
  void aRunEndsAsItShould(boolean tls, Hostilities.Run run) throws Exception {
    byte[][] replies = run.replies().toArray(byte[][]::new);
    try (var origin = new HostileOrigin(tls, run.ending(), replies)) {
      String port = origin.url().replaceAll("[^0-9]", "");
      Path file = temp.resolve("file");
      var options = new ArrayList<String>();
      for (String option : run.options()) {
        options.add(option.replace("PORT", port).replace("FILE", file.toString()));
      }
      String url = run.url().isEmpty() ? origin.url() : run.url().replace("PORT", port);
      var outcome = run(run.shown() ? AT_TERMINAL : PIPED, options, url);
      assertEquals(run.status(), outcome.status(), outcome::toString);
      String said = outcome.stdout() + outcome.stderr();
      assertTrue(said.contains(run.words()), outcome::toString);
      if (run.status() != 0) assertFalse(Files.exists(file), outcome::toString);
    }
  }
}
