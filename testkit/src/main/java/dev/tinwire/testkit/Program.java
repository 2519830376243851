package dev.tinwire.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command that is a process of its own. It inherits the environment and adds to it; an interrupt
 * of the waiting thread ends it and its children.
 *
 * @param words the program and the arguments it always gets
 */
public record Program(List<String> words) implements Command {
  public Program {
    words = List.copyOf(words);
  }

  /** The launcher of the source tree the tests run in. */
  public static Program launcher() {
    String root = System.getProperty("tinwire.root");
    if (root == null) throw new AssertionError("the build sets no tinwire.root");
    return new Program(List.of(Path.of(root, "tinwire").toString()));
  }

  /** Starts it and lets the test go on; see {@link Running}. */
  public Running start(Invocation invocation) throws IOException {
    return new Running(this, invocation);
  }

  @Override
  public int run(
      List<String> args, InputStream in, PrintStream out, PrintStream err, Map<String, String> env)
      throws IOException, InterruptedException {
    var all = new ArrayList<String>(words);
    all.addAll(args);
    var builder = new ProcessBuilder(all);
    builder.environment().putAll(env);
    Process process = builder.start();
    try {
      Thread.ofVirtual().start(() -> copy(in, process.getOutputStream()));
      Thread stdout = Thread.ofVirtual().start(() -> drain(process.getInputStream(), out));
      Thread stderr = Thread.ofVirtual().start(() -> drain(process.getErrorStream(), err));
      int status = process.waitFor();
      stdout.join();
      stderr.join();
      return status;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void copy(InputStream from, OutputStream to) {
    try (to) {
      from.transferTo(to);
    } catch (IOException _) {
      // It ended before it had read all its input; its exit status tells the story.
    }
  }

  private static void drain(InputStream from, PrintStream to) {
    try {
      from.transferTo(to);
      to.flush();
    } catch (IOException _) {
      // It was ended by force.
    }
  }
}
