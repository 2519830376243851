package dev.tinwire.wire.command;

import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.terminal.ConversationPrinter;
import dev.tinwire.wire.terminal.Explanations;
import dev.tinwire.wire.terminal.JsonLines;
import dev.tinwire.wire.terminal.Progress;
import dev.tinwire.wire.terminal.Screen;
import java.io.PrintStream;
import java.util.OptionalLong;

/**
 * Where a command shows what, as {@link CommonOptions} say: results to stdout, everything else to
 * stderr.
 */
public record Output(
    PrintStream out,
    Screen outScreen,
    PrintStream err,
    Screen errScreen,
    boolean json,
    boolean quiet,
    boolean verbose,
    boolean explain) {

  public static Output of(Parsed parsed, Standard standard) {
    var choice = parsed.get(CommonOptions.COLOR);
    boolean explain = parsed.has(CommonOptions.EXPLAIN);
    return new Output(
        standard.out(),
        standard.outScreen(choice),
        standard.err(),
        standard.errScreen(choice),
        parsed.has(CommonOptions.JSON),
        parsed.has(CommonOptions.QUIET),
        explain || parsed.has(CommonOptions.VERBOSE),
        explain);
  }

  /** Results for programs. */
  public JsonLines jsonLines() {
    return new JsonLines(out);
  }

  /** Says something that is not a result, unless told to be quiet. */
  public void note(String fact) {
    if (!quiet) err.println(Visible.of(fact));
  }

  /** The conversation as {@code --verbose} and {@code --explain} want it. */
  public Conversation conversation(Explanations explanations) {
    if (!verbose) return Conversation.SILENT;
    return new ConversationPrinter(err, errScreen, explain ? explanations : Explanations.NONE);
  }

  /** The progress of a job that begins now. */
  public Progress progress(String label, Progress.Unit unit, OptionalLong total) {
    // A line that is redrawn and one that is printed would run into each other.
    if (quiet || verbose) return Progress.silent();
    return new Progress(err, errScreen, System::nanoTime, label, unit, total);
  }
}
