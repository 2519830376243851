package dev.tinwire.wire.command;

import dev.tinwire.wire.terminal.ColorChoice;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Style;
import java.io.IOException;
import java.util.List;

/** One command line, from its words to its exit status. Whatever fails is said in one line. */
final class Run {
  private final Command command;
  private final Standard standard;

  Run(Command command, Standard standard) {
    this.command = command;
    this.standard = standard;
  }

  int run(List<String> line) {
    try {
      int status = understandAndAct(line);
      standard.out().flush();
      return status;
    } catch (Exception | Error failure) {
      return complain(failure, line.contains("--debug"));
    }
  }

  private int understandAndAct(List<String> line)
      throws UsageError, IOException, InterruptedException {
    var simple = SimpleLine.parse(command, line);
    var words = simple.isPresent() ? simple.get() : Picocli.parse(command, line);
    // Before the values are looked at: who asks for help has not finished the line.
    if (words.has(CommonOptions.HELP)) {
      new HelpPage(command, standard.outScreen(color(words)))
          .lines()
          .forEach(standard.out()::println);
      return ExitStatus.DONE;
    }
    if (words.has(CommonOptions.VERSION)) {
      standard.out().println(Version.line());
      return ExitStatus.DONE;
    }
    return command.action().run(Parsed.of(command, words), standard);
  }

  private static ColorChoice color(Words words) throws UsageError {
    return Parsed.value(CommonOptions.COLOR, words);
  }

  private int complain(Throwable failure, boolean debug) {
    if (failure instanceof InterruptedException) Thread.currentThread().interrupt();
    var complaint = Complaint.about(failure);
    var err = standard.err();
    if (!complaint.line().isEmpty()) err.println(header() + complaint.line());
    if (failure instanceof UsageError usage) {
      usage.caret().ifPresent(caret -> caret.lines().forEach(l -> err.println("    " + l)));
      err.println("Try: " + command.call() + " --help");
    }
    if (debug) failure.printStackTrace(err);
    err.flush();
    return complaint.status();
  }

  private String header() {
    Screen screen = standard.errScreen(ColorChoice.AUTO);
    return screen.paint(Style.BAD, command.call() + ":") + " ";
  }
}
