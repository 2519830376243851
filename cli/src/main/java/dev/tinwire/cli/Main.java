package dev.tinwire.cli;

import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Standard;
import java.util.List;

/** Starts the suite. */
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    int status = new Suite(Tools.all()).run(List.of(words), Standard.ofProcess());
    // Exiting starts the JDK's logging of exits, a quarter of a short command; returning does not.
    if (status != ExitStatus.DONE) System.exit(status);
  }
}
