package dev.tinwire.httpclient;

import dev.tinwire.wire.command.ExitStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;

/**
 * Lines of somebody at a terminal, with history and completion. The only class that knows JLine, so
 * that nobody else pays for loading it.
 */
final class TerminalLines implements LineSource {
  private static final int MOST_SHOWN = 200;

  private final Terminal terminal;
  private final LineReader reader;

  private TerminalLines(Terminal terminal, LineReader reader) {
    this.terminal = terminal;
    this.reader = reader;
  }

  static TerminalLines open(ShellNames names, Map<String, String> environment) throws IOException {
    // stty is asked for what native code would find out: a call of the C library wants a flag.
    Terminal terminal = TerminalBuilder.builder().system(true).provider("exec").build();
    // A window that was never told its size would show nothing of a line.
    if (terminal.getWidth() == 0) terminal.setSize(new Size(80, 24));
    return over(terminal, names, environment);
  }

  /** Over a terminal that somebody else found; it is closed with this. */
  static TerminalLines over(Terminal terminal, ShellNames names, Map<String, String> environment) {
    var builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("tinwire")
            .parser(new DefaultParser())
            .completer((_, line, candidates) -> candidates.addAll(candidates(names, line)))
            .history(new ShellHistory())
            .variable(LineReader.LIST_MAX, MOST_SHOWN)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true) // "!" is a command here
            .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
            .option(LineReader.Option.INSERT_TAB, false);
    Optional<Path> file = ShellHistory.file(environment);
    if (file.isPresent()) builder.variable(LineReader.HISTORY_FILE, file.get());
    return new TerminalLines(terminal, builder.build());
  }

  private static List<Candidate> candidates(ShellNames names, ParsedLine line) {
    try {
      String word = line.word().substring(0, line.wordCursor());
      return names.of(line.words().subList(0, line.wordIndex()), word).stream()
          .map(n -> new Candidate(n.word(), n.shown(), null, null, null, null, n.whole()))
          .toList();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  @Override
  public Optional<String> next(String prompt) {
    try {
      return Optional.of(reader.readLine(prompt));
    } catch (UserInterruptException _) {
      return Optional.of(""); // Ctrl-C gives up the line, as in every shell
    } catch (EndOfFileException _) {
      return Optional.empty();
    }
  }

  /** On a thread of its own, which Ctrl-C interrupts: what it reads from is closed by that. */
  @Override
  public int during(Work work) throws InterruptedException {
    var task = new FutureTask<>(work::run);
    Thread thread = Thread.ofVirtual().name("command").unstarted(task);
    var before = terminal.handle(Signal.INT, _ -> thread.interrupt());
    try {
      thread.start();
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException) {
        terminal.writer().println("ended");
        terminal.flush();
        return ExitStatus.INTERRUPTED;
      }
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      throw new IllegalStateException(e.getCause());
    } finally {
      terminal.handle(Signal.INT, before);
    }
  }

  @Override
  public void close() throws IOException {
    reader.getHistory().save();
    terminal.close();
  }
}
