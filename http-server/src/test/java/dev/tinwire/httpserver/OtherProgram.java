package dev.tinwire.httpserver;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.Program;
import java.time.Duration;
import java.util.List;

/** Programs that others wrote and people use. A test that needs one which is absent is skipped. */
final class OtherProgram {
  private static final Duration LONG = Duration.ofMinutes(2);

  private OtherProgram() {}

  /** How it ends, whatever that is. */
  static Outcome run(String name, String... words) throws InterruptedException {
    Needs.programs(name);
    return Invocation.of(words)
        .withEnv("LC_ALL", "C.UTF-8")
        .withEnv("TERM", "dumb")
        .within(LONG)
        .on(new Program(List.of(name)));
  }

  /** What it says to stdout; it must end well. */
  static String output(String name, String... words) throws InterruptedException {
    Outcome outcome = run(name, words);
    if (outcome.status() != 0) throw new AssertionError(name + " failed:\n" + outcome);
    return outcome.stdout();
  }
}
