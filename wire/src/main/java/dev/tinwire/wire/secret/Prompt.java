package dev.tinwire.wire.secret;

import java.io.Console;
import java.util.Optional;

/** Somebody who can be asked for a secret. */
@FunctionalInterface
public interface Prompt {
  /** Asks without echo; empty if the input ended instead. */
  Optional<char[]> ask(String question);

  /** The person at the terminal, if there is one: both stdin and stdout have to be it. */
  static Optional<Prompt> terminal() {
    // JDK 25 has no console here without a terminal, 22 to 24 had one that would echo.
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).map(Prompt::at);
  }

  private static Prompt at(Console console) {
    return question -> {
      // Without: Ctrl-C leaves the shell's prompt behind the question. Not by the console, which is
      // locked while it waits.
      var newLine = new Thread(System.out::println);
      Runtime.getRuntime().addShutdownHook(newLine);
      try {
        return Optional.ofNullable(console.readPassword("%s: ", question));
      } finally {
        forget(newLine);
      }
    };
  }

  private static void forget(Thread atTheEnd) {
    try {
      Runtime.getRuntime().removeShutdownHook(atTheEnd);
    } catch (IllegalStateException _) {
      // It ends already.
    }
  }
}
