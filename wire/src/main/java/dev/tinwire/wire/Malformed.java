package dev.tinwire.wire;

/**
 * A text that does not follow its grammar, with the place of the fault. The same type serves what a
 * user typed and what a peer sent: the first is shown with {@link #caret()}, the second by its
 * message.
 */
public final class Malformed extends WireException {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final int at;
  private final String problem;

  /**
   * Says what is wrong with a text and where.
   *
   * @param what the grammar, as a person would call it ("address", "duration")
   * @param text all that was to be parsed
   * @param at offset of the first character that is wrong; {@code text.length()} means "more
   *     expected"
   * @param problem what is wrong and what would be right, in words
   */
  public Malformed(String what, String text, int at, String problem) {
    super("bad " + what + " \"" + Visible.cut(text, 60) + "\": " + problem);
    this.text = text;
    this.at = at;
    this.problem = problem;
  }

  public int at() {
    return at;
  }

  public String problem() {
    return problem;
  }

  /** The text and, on a second line, a caret under the fault. */
  public String caret() {
    String before = Visible.of(text.substring(0, at));
    return Visible.of(text) + "\n" + " ".repeat(before.length()) + "^";
  }
}
