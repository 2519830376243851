package dev.tinwire.httpclient;

import java.util.ArrayDeque;
import java.util.Deque;

/** Words set into lines of a width, with indents; never two empty lines behind one another. */
final class TextFlow {
  private final int width;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private final Deque<String> indents = new ArrayDeque<>();
  private String mark = "";
  private boolean space;
  private boolean empty = true;

  TextFlow(int width) {
    this.width = Math.max(20, width);
  }

  /** A blank before the next word, if there is one before it. */
  void space() {
    space = true;
  }

  /** The next word belongs to the last. */
  void join() {
    space = false;
  }

  void word(String word) {
    boolean fits = line.length() + (space ? 1 : 0) + word.length() <= width;
    if (!fits && !lineIsEmpty()) {
      endLine();
      space = false;
    }
    if (lineIsEmpty()) begin();
    else if (space) line.append(' ');
    space = false;
    line.append(word);
  }

  private boolean lineIsEmpty() {
    return line.isEmpty();
  }

  /** A list's mark stands on the first line of its item, blanks on the others. */
  private void begin() {
    String all = indent();
    line.append(all, 0, all.length() - mark.length()).append(mark);
    mark = "";
  }

  private String indent() {
    var all = new StringBuilder();
    indents.descendingIterator().forEachRemaining(all::append);
    return all.toString();
  }

  void breakLine() {
    if (!lineIsEmpty()) endLine();
    space = false;
  }

  private void endLine() {
    out.append(line.toString().stripTrailing()).append('\n');
    line.setLength(0);
    empty = false;
  }

  void blankLine() {
    breakLine();
    if (!empty) out.append('\n');
    empty = true;
  }

  /** A line as it is, however long. */
  void verbatim(String text) {
    breakLine();
    begin();
    line.append(text);
    endLine();
  }

  void rule() {
    verbatim("-".repeat(Math.clamp((long) width - indent().length(), 1, 40)));
  }

  void indent(String by) {
    indents.push(by);
  }

  /** Indents by the width of a mark, which stands on the first line. */
  void hanging(String mark) {
    indents.push(" ".repeat(mark.length()));
    this.mark = mark;
  }

  void outdent() {
    indents.pop();
    mark = "";
  }

  String text() {
    breakLine();
    return out.toString().stripTrailing() + "\n";
  }
}
