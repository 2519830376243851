package dev.tinwire.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One call of a {@link Command}: {@code Invocation.of("ping", "--count", "0").on(command)}.
 *
 * @param env what is in the environment (in process) or added to it (a process)
 * @param deadline after that the command is ended and the test fails
 */
public record Invocation(
    List<String> args, String input, Map<String, String> env, Duration deadline) {

  public Invocation {
    args = List.copyOf(args);
    env = Map.copyOf(env);
  }

  public static Invocation of(String... args) {
    return of(List.of(args));
  }

  public static Invocation of(List<String> args) {
    return new Invocation(args, "", Map.of(), Duration.ofSeconds(30));
  }

  public Invocation withInput(String text) {
    return new Invocation(args, text, env, deadline);
  }

  public Invocation withEnv(String name, String value) {
    var more = new HashMap<>(env);
    more.put(name, value);
    return new Invocation(args, input, more, deadline);
  }

  public Invocation within(Duration time) {
    return new Invocation(args, input, env, time);
  }

  /** Runs it and waits for its end. A command that throws is a bug, and so an error. */
  public Outcome on(Command command) throws InterruptedException {
    var stdout = new ByteArrayOutputStream();
    var stderr = new ByteArrayOutputStream();
    var run = new FutureTask<>(() -> run(command, stdout, stderr));
    Thread thread = Thread.ofVirtual().name("command").start(run);
    try {
      int status = run.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
      return outcome(status, stdout, stderr);
    } catch (TimeoutException e) {
      String sofar = outcome(-1, stdout, stderr).toString();
      throw new AssertionError("still running after " + deadline + "; until then:\n" + sofar, e);
    } catch (ExecutionException e) {
      throw new AssertionError("the command threw " + e.getCause(), e.getCause());
    } finally {
      thread.interrupt();
    }
  }

  private int run(Command command, ByteArrayOutputStream stdout, ByteArrayOutputStream stderr)
      throws Exception {
    try (var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        var out = new PrintStream(stdout, false, StandardCharsets.UTF_8);
        var err = new PrintStream(stderr, false, StandardCharsets.UTF_8)) {
      return command.run(args, in, out, err, env);
    }
  }

  private Outcome outcome(int status, ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new Outcome(
        this, status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
