package dev.tinwire.httpserver;

import dev.tinwire.wire.command.Standard;
import java.util.List;

/** The command as a process of its own, for what only a process has: signals. */
final class ServeProcess {
  private ServeProcess() {}

  public static void main(String[] words) {
    System.exit(new ServeTool().run(List.of(words), Standard.ofProcess()));
  }
}
