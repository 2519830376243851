package dev.tinwire.heartbeat;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command of {@code --check}: its success is the condition of each beat. */
record Condition(String command, Duration patience) {
  private static final List<String> SHELL = List.of("sh", "-c");

  /** A check that takes longer than the period has failed: it must not put the schedule out. */
  static Condition of(String command, Duration period) {
    return new Condition(command, period.multipliedBy(9).dividedBy(10));
  }

  boolean holds() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(List.of(SHELL.get(0), SHELL.get(1), command))
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try {
        return process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)
            && process.exitValue() == 0;
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException _) {
      return false;
    }
  }
}
