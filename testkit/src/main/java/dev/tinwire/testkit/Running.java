package dev.tinwire.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A process that runs while the test goes on: a server, a prompt, something to be signalled. Its
 * invocation's deadline holds for each wait. Leaving the try block ends it by force.
 */
public final class Running implements AutoCloseable {
  private final Invocation invocation;
  private final Process process;
  private final Output stdout = new Output();
  private final Output stderr = new Output();

  /** Starts it and gives it the invocation's input; its standard input stays open. */
  Running(Program program, Invocation invocation) throws IOException {
    this.invocation = invocation;
    var words = new ArrayList<String>(program.words());
    words.addAll(invocation.args());
    var builder = new ProcessBuilder(words);
    builder.environment().putAll(invocation.env());
    process = builder.start();
    stdout.readFrom(process.getInputStream());
    stderr.readFrom(process.getErrorStream());
    say(invocation.input());
  }

  /** Writes to its standard input. */
  public void say(String text) throws IOException {
    process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Ends its standard input, as Ctrl-D does. */
  public void endInput() throws IOException {
    process.getOutputStream().close();
  }

  /** Waits for the next line of stdout that matches as a whole; its groups hold ports and such. */
  public MatchResult awaitLine(String regex) throws InterruptedException {
    return stdout.awaitLine(Pattern.compile(regex), invocation.deadline());
  }

  /** The same for stderr. */
  public MatchResult awaitError(String regex) throws InterruptedException {
    return stderr.awaitLine(Pattern.compile(regex), invocation.deadline());
  }

  /**
   * Sends it a signal: {@code TERM}, or {@code INT}, which Ctrl-C sends. INT is ignored where the
   * build itself runs in the background, for children of such a process are born ignoring it.
   */
  public void signal(String name) throws IOException, InterruptedException {
    int status = kill(name, 1).inheritIO().start().waitFor();
    if (status != 0) throw new AssertionError("kill -" + name + " ended with status " + status);
  }

  /** The same, twice at once: timeout(1) does so, by the process and by its group. */
  public void signalTwice(String name) throws IOException, InterruptedException {
    kill(name, 2).inheritIO().start().waitFor();
  }

  /** Sends it again and again until it has ended, as somebody does who will not wait. */
  public Outcome insist(String name) throws IOException, InterruptedException {
    long end = System.nanoTime() + invocation.deadline().toNanos();
    while (process.isAlive() && System.nanoTime() - end < 0) {
      // That it has gone meanwhile is what is wanted, and nobody has to read of it.
      kill(name, 1).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
    return outcome();
  }

  private ProcessBuilder kill(String name, int times) {
    var words = new ArrayList<String>(List.of("kill", "-" + name));
    words.addAll(Collections.nCopies(times, Long.toString(process.pid())));
    return new ProcessBuilder(words);
  }

  /** Waits for its end. */
  public Outcome outcome() throws InterruptedException {
    if (!process.waitFor(invocation.deadline().toNanos(), TimeUnit.NANOSECONDS)) {
      var sofar = new Outcome(invocation, -1, stdout.soFar(), stderr.soFar());
      throw new AssertionError(
          "still running after " + invocation.deadline() + "; until then:\n" + sofar);
    }
    return new Outcome(invocation, process.exitValue(), stdout.awaitEnd(), stderr.awaitEnd());
  }

  /** Waits for the end of its descendants too, which may write into a folder of the test's. */
  @Override
  public void close() {
    var descendants = process.descendants().toList();
    process.destroyForcibly();
    for (ProcessHandle descendant : descendants) {
      descendant.destroyForcibly();
      descendant.onExit().join();
    }
  }
}
