package dev.tinwire.http;

import java.util.Locale;

/**
 * The words of HTTP: {@code token = 1*tchar} (RFC 9110 §5.6.2), the grammar of method names, field
 * names, codings, schemes and parameter names. Public because both ends make such names.
 */
public final class Tokens {
  private static final boolean[] TCHAR = new boolean[128];

  static {
    for (char c = '0'; c <= '9'; c++) TCHAR[c] = true;
    for (char c = 'A'; c <= 'Z'; c++) TCHAR[c] = true;
    for (char c = 'a'; c <= 'z'; c++) TCHAR[c] = true;
    for (char c : "!#$%&'*+-.^_`|~".toCharArray()) TCHAR[c] = true;
  }

  private Tokens() {}

  /** Whether this may stand in a token; any number is a fair question, also -1 for "no more". */
  public static boolean isTchar(int c) {
    return c >= 0 && c < TCHAR.length && TCHAR[c];
  }

  /** Whether the whole text, which must not be empty, is one token. */
  public static boolean isToken(String text) {
    return !text.isEmpty() && end(text, 0) == text.length();
  }

  /** Where the token that begins at {@code from} ends; {@code from} itself if there is none. */
  static int end(String text, int from) {
    int i = from;
    while (i < text.length() && isTchar(text.charAt(i))) i++;
    return i;
  }

  /** The text itself, for constructors: what is no token must never be printed as one. */
  static String demand(String what, String text) {
    if (!isToken(text)) throw new IllegalArgumentException(what + " is no token: " + text);
    return text;
  }

  /** As {@link #demand}, in lower case, for the many tokens whose case means nothing. */
  static String demandLower(String what, String text) {
    return demand(what, text).toLowerCase(Locale.ROOT);
  }
}
