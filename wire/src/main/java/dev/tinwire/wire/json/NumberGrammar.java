package dev.tinwire.wire.json;

/**
 * Finds the end of a number (RFC 8259 §6).
 *
 * <pre>
 * number = [ "-" ] int [ frac ] [ exp ]
 * int    = "0" / ( digit1-9 *DIGIT )
 * frac   = "." 1*DIGIT
 * exp    = ( "e" / "E" ) [ "-" / "+" ] 1*DIGIT
 * </pre>
 */
final class NumberGrammar {
  private final String text;
  private int at;

  private NumberGrammar(String text, int from) {
    this.text = text;
    this.at = from;
  }

  /** Where the number that begins at {@code from} ends; negative, {@code ~place}, if it is bad. */
  static int end(String text, int from) {
    return new NumberGrammar(text, from).scan();
  }

  private int scan() {
    take('-');
    boolean ok = take('0') || digits();
    if (ok && take('.')) ok = digits();
    if (ok && (take('e') || take('E'))) {
      if (!take('-')) take('+');
      ok = digits();
    }
    // A leading zero: the grammar ends the number here, and a digit may not follow one.
    if (ok && at < text.length() && isDigit(text.charAt(at))) ok = false;
    return ok ? at : ~at;
  }

  private boolean digits() {
    int from = at;
    while (at < text.length() && isDigit(text.charAt(at))) at++;
    return at > from;
  }

  private boolean take(char c) {
    if (at == text.length() || text.charAt(at) != c) return false;
    at++;
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
