package dev.tinwire.httpserver;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Program;
import dev.tinwire.testkit.Running;
import dev.tinwire.wire.command.Standard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command as a process of its own, for what only a process has: signals, and a log to read. */
final class ServeProcess {
  private ServeProcess() {}

  public static void main(String[] words) {
    System.exit(new ServeTool().run(List.of(words), Standard.ofProcess()));
  }

  /** Serves that path at a free port. */
  static Running start(Path path, String... options) throws IOException {
    String java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    String classes = System.getProperty("java.class.path", "");
    var program = new Program(List.of(java, "-cp", classes, ServeProcess.class.getName()));
    var words = new ArrayList<>(List.of(options));
    words.addAll(List.of("--port", "0", path.toString()));
    return program.start(Invocation.of(words));
  }

  /** Waits until it listens, and says at which port. */
  static int port(Running server) throws InterruptedException {
    var line = server.awaitLine("serving .* at https?://localhost:([0-9]+)/");
    return Integer.parseInt(line.group(1));
  }
}
