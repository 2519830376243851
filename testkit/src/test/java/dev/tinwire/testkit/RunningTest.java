package dev.tinwire.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningTest {
  private static Running shell(String script) throws Exception {
    return new Program(List.of("sh", "-c", script)).start(Invocation.of());
  }

  @Test
  void linesAreWaitedFor() throws Exception {
    try (var running = shell("echo starting; echo listening on 4711; read word; echo got $word")) {
      assertEquals("4711", running.awaitLine("listening on (\\d+)").group(1));
      running.say("hello\n");
      running.awaitLine("got hello");
      running.outcome().expect(0, "starting\nlistening on 4711\ngot hello\n", "");
    }
  }

  @Test
  void aSignalArrives() throws Exception {
    // Not INT: a build that runs in the background ignores it, and its children with it.
    try (var running =
        shell("trap 'echo bye >&2; exit 5' TERM; echo ready; while :; do read word; done")) {
      running.awaitLine("ready");
      running.signal("TERM");
      running.awaitError("bye");
      running.outcome().expect(5, "ready\n", "bye\n");
    }
  }

  @Test
  void whoInsistsIsHeardInTheEnd() throws Exception {
    try (var running =
        shell(
            "n=0; trap 'n=$((n+1)); test $n -lt 3 || exit 6' TERM; echo ready; while :; do :;"
                + " done")) {
      running.awaitLine("ready");
      running.insist("TERM").expect(6, "ready\n", "");
    }
  }

  @Test
  void theInputCanEnd() throws Exception {
    try (var running = new Program(List.of("cat")).start(Invocation.of().withInput("a\n"))) {
      running.endInput();
      running.outcome().expect(0, "a\n", "");
    }
  }

  @Test
  void aLineThatNeverComesIsMissedAsSoonAsTheOutputEnds() throws Exception {
    try (var running = shell("echo something else")) {
      var error = assertThrows(AssertionError.class, () -> running.awaitLine("listening"));
      assertTrue(error.toString().contains("something else"), error::toString);
    }
  }

  @Test
  void aProcessThatRunsOnIsShownAndEnded() throws Exception {
    var impatient = Invocation.of().within(Duration.ofSeconds(1));
    try (var running =
        new Program(List.of("sh", "-c", "echo on; exec sleep 600")).start(impatient)) {
      running.awaitLine("on");
      var error = assertThrows(AssertionError.class, running::outcome);
      assertTrue(error.toString().contains("still running"), error::toString);
    }
  }
}
