package dev.tinwire.wire.secret;

/**
 * Cuts a {@code .netrc} into words, as curl does: a word ends at a blank, a {@code #} where a word
 * could begin starts a comment, quotes hold blanks and the escapes {@code \n \r \t}; any other
 * character after a backslash stands for itself. A quote or a backslash inside a plain word is
 * nothing special.
 */
final class NetrcLexer {
  private final String text;
  private int at;
  private int line = 1;

  NetrcLexer(String text) {
    this.text = text;
  }

  /** The line of what was read last, counted from 1. */
  int line() {
    return line;
  }

  /** Skips blanks and comments; says whether a word is left. */
  boolean hasNext() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') toLineEnd();
      else if (isBlank(c)) next();
      else return true;
    }
    return false;
  }

  /** Skips blanks only; says whether a word is next, and not a comment. */
  boolean hasValue() {
    while (at < text.length() && isBlank(text.charAt(at))) next();
    return at < text.length() && text.charAt(at) != '#';
  }

  String word() throws BadNetrc {
    return text.charAt(at) == '"' ? quoted() : plain();
  }

  private String plain() throws BadNetrc {
    int from = at;
    while (at < text.length() && !isBlank(text.charAt(at))) {
      if (Character.isISOControl(text.charAt(at))) throw bad("has a control character");
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() throws BadNetrc {
    var out = new StringBuilder();
    next();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = inQuotes();
      out.append(c == '\\' ? escaped() : c);
    }
    inQuotes();
    if (at < text.length() && !isBlank(text.charAt(at))) {
      throw bad("expected a blank after the quoted word");
    }
    return out.toString();
  }

  /** The next character, which may not be the end of the line. */
  private char inQuotes() throws BadNetrc {
    char c = at < text.length() ? text.charAt(at) : '\n';
    if (c == '\n' || c == '\r') throw bad("a quoted word does not end");
    if (c != '\t' && Character.isISOControl(c)) throw bad("has a control character");
    return next();
  }

  private char escaped() throws BadNetrc {
    char c = inQuotes();
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }

  /** Skips the rest of this line and all lines up to an empty one, or to the end. */
  void skipMacro() {
    do {
      toLineEnd();
      if (at < text.length()) next();
    } while (at < text.length() && !emptyLine());
  }

  private boolean emptyLine() {
    return text.startsWith("\n", at) || text.startsWith("\r\n", at);
  }

  private void toLineEnd() {
    while (at < text.length() && text.charAt(at) != '\n') at++;
  }

  private char next() {
    char c = text.charAt(at++);
    if (c == '\n') line++;
    return c;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private BadNetrc bad(String problem) {
    return new BadNetrc(line, problem);
  }
}
