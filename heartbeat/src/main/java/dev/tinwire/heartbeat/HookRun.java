package dev.tinwire.heartbeat;

import dev.tinwire.wire.Durations;
import dev.tinwire.wire.Visible;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One run of a hook: a program, its facts, its deadline. What it says goes to the log, escaped. */
record HookRun(HookCommand command, Map<String, String> facts, Duration within) {
  private static final int KEPT = 4 * 1024;
  private static final int LINES = 10;

  void run(Consumer<String> log) throws InterruptedException {
    String name = "hook " + Visible.of(command.program());
    Process process;
    try {
      process = start();
    } catch (IOException e) {
      log.accept(name + " cannot be started: " + Visible.of(String.valueOf(e.getMessage())));
      return;
    }
    try {
      var said = new AtomicReference<>("");
      Thread drain = Thread.ofVirtual().start(() -> said.set(drained(process.getInputStream())));
      boolean ended = process.waitFor(within.toNanos(), TimeUnit.NANOSECONDS);
      end(process);
      // Whoever inherited its output may hold it open; what was said until now is enough.
      drain.join(Duration.ofSeconds(1));
      said.get().lines().limit(LINES).forEach(l -> log.accept(name + ": " + Visible.of(l)));
      if (!ended) log.accept(name + " took longer than " + Durations.print(within) + "; ended");
      else if (process.exitValue() != 0) {
        log.accept(name + " failed with exit status " + process.exitValue());
      }
    } finally {
      end(process);
    }
  }

  private Process start() throws IOException {
    var builder =
        new ProcessBuilder(command.words())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true);
    builder.environment().putAll(facts);
    return builder.start();
  }

  /** Only one that is still there: a hook may leave something behind that is to live on. */
  private static void end(Process process) {
    if (!process.isAlive()) return;
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Reads to the end, so that the program does not hang at a full pipe. */
  private static String drained(InputStream in) {
    try (in) {
      byte[] kept = in.readNBytes(KEPT);
      in.transferTo(OutputStream.nullOutputStream());
      return new String(kept, StandardCharsets.UTF_8);
    } catch (IOException _) { // ended
      return "";
    }
  }
}
