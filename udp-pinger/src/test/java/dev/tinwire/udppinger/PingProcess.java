package dev.tinwire.udppinger;

import dev.tinwire.wire.command.Standard;
import java.util.List;

/** The command as a process of its own, for what only a process has: signals. */
final class PingProcess {
  private PingProcess() {}

  public static void main(String[] words) {
    System.exit(new PingTool().run(List.of(words), Standard.ofProcess()));
  }
}
