package dev.tinwire.wire.terminal;

import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.terminal.Explanations.Direction;
import java.io.PrintStream;

/**
 * Shows a conversation as it happens: {@code >} sent, {@code <} received, {@code *} neither. Any
 * thread may report; lines come out whole.
 */
public final class ConversationPrinter implements Conversation {
  /** Where explanations line up: most lines of a protocol are shorter. */
  private static final int EXPLAINED_AT = 44;

  private static final String BEFORE_EXPLANATION = "  # ";

  private final PrintStream out;
  private final Screen screen;
  private final Explanations explanations;

  /** For {@code --explain}; {@code --verbose} alone passes {@link Explanations#NONE}. */
  public ConversationPrinter(PrintStream out, Screen screen, Explanations explanations) {
    this.out = out;
    this.screen = screen;
    this.explanations = explanations;
  }

  @Override
  public void sent(String line) {
    print(">", Style.ACCENT, line, explain(Direction.SENT, line));
  }

  @Override
  public void received(String line) {
    print("<", Style.GOOD, line, explain(Direction.RECEIVED, line));
  }

  @Override
  public void note(String fact) {
    print("*", Style.DIM, fact, "");
  }

  private String explain(Direction direction, String line) {
    return explanations.of(direction, line).map(Visible::of).orElse("");
  }

  private void print(String mark, Style style, String line, String explanation) {
    String safe = Visible.of(line);
    var text = new StringBuilder(screen.paint(style, mark));
    if (!safe.isEmpty())
      text.append(' ').append(style == Style.DIM ? screen.paint(style, safe) : safe);
    if (!explanation.isEmpty()) {
      text.append(DisplayWidth.gap(safe, EXPLAINED_AT))
          .append(screen.paint(Style.DIM, BEFORE_EXPLANATION + explanation));
    }
    // One call: PrintStream lets nobody else's text between its parts.
    out.print(text.append('\n'));
    out.flush();
  }
}
