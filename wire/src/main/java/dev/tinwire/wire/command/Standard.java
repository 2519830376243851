package dev.tinwire.wire.command;

import dev.tinwire.wire.terminal.ColorChoice;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Terminals;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * All that a command has from the process around it. Tests pass their own, so that a whole command
 * line runs in process.
 *
 * @param out for results; a failure to write ends the command ({@link OutputFailed})
 * @param err for everything else
 */
public record Standard(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Terminals terminals) {

  /**
   * Those of this process. In UTF-8 whatever the locale: what is drawn is chosen by the locale, and
   * JSON is UTF-8 anywhere (RFC 8259 §8.1).
   */
  public static Standard ofProcess() {
    var out = new FailFastOutput(new FileOutputStream(FileDescriptor.out));
    var err = new FileOutputStream(FileDescriptor.err);
    return new Standard(
        System.in, printing(out), printing(err), System.getenv(), Terminals.ofProcess());
  }

  private static PrintStream printing(OutputStream out) {
    return new PrintStream(new BufferedOutputStream(out), true, StandardCharsets.UTF_8);
  }

  /** What results are shown on. */
  public Screen outScreen(ColorChoice choice) {
    return Screen.decide(terminals.out(), environment, choice);
  }

  /** What notes, progress and errors are shown on. */
  public Screen errScreen(ColorChoice choice) {
    return Screen.decide(terminals.err(), environment, choice);
  }
}
