package dev.tinwire.smtpclient;

/**
 * A header field as it is sent: folded before blanks so that lines stay within 78 characters where
 * they can (RFC 5322 §2.1.1, §2.2.3), and always within the 998 beyond which servers cut.
 */
final class HeaderLine {
  /** Lines with encoded words have at most 76 (RFC 2047 §2); the others need no more. */
  private static final int WIDTH = 76;

  /** What is longer and has no blank to fold at has to be encoded instead. */
  private static final int LONGEST_WORD = 900;

  private HeaderLine() {}

  /** A field of free text, encoded if it has to be. */
  static String unstructured(String name, String text) {
    boolean encode = EncodedWords.needed(text) || !foldable(text);
    return folded(name, encode ? EncodedWords.of(text) : text.strip());
  }

  /** Whether folding keeps it within the limit of a line. */
  static boolean foldable(String text) {
    for (int from = 0; from < text.length(); ) {
      int next = nextFold(text, from);
      if (next - from > LONGEST_WORD) return false;
      from = next;
    }
    return true;
  }

  /** The field with its line breaks but without the last one. The value is US-ASCII, or UTF-8. */
  static String folded(String name, String value) {
    var out = new StringBuilder(name).append(':');
    int column = out.length();
    String text = " " + value;
    for (int from = 0; from < text.length(); ) {
      int next = nextFold(text, from);
      if (column + next - from > WIDTH && from > 0) {
        out.append("\r\n");
        column = 0;
      }
      out.append(text, from, next);
      column += next - from;
      from = next;
    }
    return out.toString();
  }

  /** Where the next run of blanks begins, after those that stand at {@code from}. */
  private static int nextFold(String text, int from) {
    int at = from;
    while (at < text.length() && blank(text.charAt(at))) at++;
    while (at < text.length() && !blank(text.charAt(at))) at++;
    return at;
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t';
  }
}
