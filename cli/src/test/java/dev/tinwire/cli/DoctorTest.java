package dev.tinwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.testkit.FakeClock;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.SelfCheck;
import dev.tinwire.wire.terminal.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DoctorTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final FakeClock clock = new FakeClock();

  private final SelfCheck good =
      new SelfCheck("a good one", () -> clock.advance(Duration.ofMillis(3)));
  private final SelfCheck bad =
      new SelfCheck(
          "a bad one",
          () -> {
            throw new IOException("expected 1, got\u001b[2J");
          });

  static List<SelfCheck> house() {
    return HouseChecks.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("house")
  void everyPartOfTheHouseIsWell(SelfCheck check) throws Exception {
    check.check().run();
  }

  @Test
  void aFailureIsNamedEscapedAndDoesNotEndTheRound() throws Exception {
    assertEquals(1, examine(false, false, List.of(bad, good)));
    assertEquals("FAILED  a bad one: expected 1, got\\x1b[2J\nOK      a good one\n", printed());
  }

  @Test
  void allWellIsStatusZero() throws Exception {
    assertEquals(0, examine(false, false, List.of(good, good)));
  }

  @Test
  void jsonHasOneObjectALineWithItsUnitsNamed() throws Exception {
    assertEquals(1, examine(true, false, List.of(good, bad)));
    assertEquals(
        """
        {"check":"a good one","ok":true,"elapsed_us":3000}
        {"check":"a bad one","ok":false,"elapsed_us":0,"error":"expected 1, got\\\\x1b[2J"}
        """,
        printed());
  }

  @Test
  void quietShowsOnlyFailures() throws Exception {
    assertEquals(1, examine(false, true, List.of(good, bad)));
    assertEquals("FAILED  a bad one: expected 1, got\\x1b[2J\n", printed());
  }

  @Test
  void anInterruptEndsTheRound() {
    var interrupted =
        new SelfCheck(
            "interrupted",
            () -> {
              throw new InterruptedException();
            });
    assertThrows(
        InterruptedException.class, () -> examine(false, false, List.of(interrupted, good)));
  }

  private int examine(boolean json, boolean quiet, List<SelfCheck> checks) throws Exception {
    var stdout = new PrintStream(out, true, StandardCharsets.UTF_8);
    var stderr = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    var output = new Output(stdout, Screen.PLAIN, stderr, Screen.PLAIN, json, quiet, false, false);
    return new Doctor(output, clock::nanoTime).examine(checks);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
