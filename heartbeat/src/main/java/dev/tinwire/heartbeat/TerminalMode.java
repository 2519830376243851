package dev.tinwire.heartbeat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The terminal with each key as it is pressed, and unseen. By {@code stty}, since Java has nothing
 * for it; what was before comes back in any case, also when the process is ended by a signal.
 */
final class TerminalMode implements AutoCloseable {
  private static final int STTY_SECONDS = 2;
  private static final int USUAL_LINES = 24;

  private final String before;
  private final Thread hook = new Thread(this::restore);

  private TerminalMode(String before) {
    this.before = before;
  }

  /** Takes the terminal over, if this process has one that stty knows. */
  static Optional<TerminalMode> raw() throws InterruptedException {
    var before = stty("-g").map(String::strip).filter(text -> text.matches("[0-9a-fA-F:=]+"));
    if (before.isEmpty()) return Optional.empty();
    var mode = new TerminalMode(before.get());
    Runtime.getRuntime().addShutdownHook(mode.hook);
    // Signals stay: Ctrl-C ends us as it ends all tools.
    if (stty("-icanon", "-echo", "min", "1", "time", "0").isPresent()) return Optional.of(mode);
    mode.close();
    return Optional.empty();
  }

  /** How many lines the window has. */
  static int lines() throws InterruptedException {
    var words = stty("size").map(String::strip).orElse("").split(" ", -1);
    return words[0].matches("[1-9][0-9]{0,3}") ? Integer.parseInt(words[0]) : USUAL_LINES;
  }

  private static Optional<String> stty(String... words) throws InterruptedException {
    var command = new String[words.length + 1];
    command[0] = "stty";
    System.arraycopy(words, 0, command, 1, words.length);
    try {
      var process =
          new ProcessBuilder(command)
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(STTY_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
      try (var out = process.getInputStream()) {
        String said = new String(out.readNBytes(1024), StandardCharsets.US_ASCII);
        return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
      }
    } catch (IOException _) { // no stty, or no terminal
      return Optional.empty();
    }
  }

  private void restore() {
    try {
      stty(before);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process ends already, and the hook does its work.
    }
  }
}
