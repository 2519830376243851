package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;

/** Cuts a shell's line into words; the grammar stands at {@link ShellLine}. */
final class ShellLexer {
  /** What a line is made of. */
  sealed interface Token {
    /** A word. */
    record Word(ShellWord word) implements Token {}

    /** The semicolon between two commands. */
    record Semicolon() implements Token {}

    /** The end of the line, or a comment. */
    record End() implements Token {}
  }

  private final String line;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder pattern = new StringBuilder();
  private int at;

  ShellLexer(String line) {
    this.line = line;
  }

  Token next() throws Malformed {
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) at++;
    if (at == line.length() || line.charAt(at) == '#') return new Token.End();
    if (line.charAt(at) == ';') {
      at++;
      return new Token.Semicolon();
    }
    text.setLength(0);
    pattern.setLength(0);
    while (at < line.length() && !ends(line.charAt(at))) piece();
    return new Token.Word(new ShellWord(text.toString(), new Glob(pattern.toString())));
  }

  private static boolean ends(char c) {
    return c == ';' || Character.isWhitespace(c);
  }

  private void piece() throws Malformed {
    char c = line.charAt(at);
    switch (c) {
      case '\'', '"' -> string(c);
      case '\\' -> {
        if (at + 1 == line.length()) throw fault(at, "nothing follows the backslash");
        literal(line.charAt(at + 1));
        at += 2;
      }
      default -> {
        text.append(c);
        pattern.append(c);
        at++;
      }
    }
  }

  private void string(char quote) throws Malformed {
    int begin = at++;
    while (at < line.length() && line.charAt(at) != quote) {
      boolean escape =
          quote == '"'
              && line.charAt(at) == '\\'
              && at + 1 < line.length()
              && "\"\\".indexOf(line.charAt(at + 1)) >= 0;
      if (escape) at++;
      literal(line.charAt(at++));
    }
    if (at == line.length()) throw fault(begin, "this quote is not closed");
    at++;
  }

  private void literal(char c) {
    text.append(c);
    pattern.append(Glob.quoted(String.valueOf(c)));
  }

  private Malformed fault(int where, String what) {
    return new Malformed("line", line, where, what);
  }
}
