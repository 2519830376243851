package dev.tinwire.http;

/**
 * The one word that some schemes use in place of parameters (RFC 9110 §11.2), the same grammar as
 * {@code b64token} of RFC 6750 §2.1.
 *
 * <pre>
 * token68 = 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="
 * </pre>
 */
final class Token68 {
  private Token68() {}

  /** Reads as much of it as stands there, which may be nothing. */
  static String read(ValueReader in) {
    String body = in.run(Token68::isBody);
    return body.isEmpty() ? "" : body + in.run(c -> c == '=');
  }

  static boolean matches(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '=') end--;
    return end > 0 && text.substring(0, end).chars().allMatch(Token68::isBody);
  }

  private static boolean isBody(int c) {
    return (Tokens.isTchar(c) && "!#$%&'*^`|".indexOf(c) < 0) || c == '/';
  }
}
