package dev.tinwire.httpclient;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what a style sheet refers to: {@code @import "a.css"}, {@code url(b.png)}, {@code
 * url("c.woff2")}. It walks over tokens as CSS Syntax Level 3 §4 cuts them, so what stands in a
 * comment or in a string is not taken for one.
 */
final class CssReferences {
  /** More than a page of good faith has; a bound all the same. */
  static final int MOST = 10_000;

  /**
   * One reference.
   *
   * @param from where it stands in the sheet, the quotes or blanks around it not included
   * @param isImport whether it is another sheet
   * @param text the reference, escapes resolved
   */
  record Reference(int from, int to, boolean isImport, String text) {}

  private final String css;
  private final List<Reference> found = new ArrayList<>();
  private int at;
  private boolean afterImport;

  private CssReferences(String css) {
    this.css = css;
  }

  static List<Reference> of(String css) {
    var scanner = new CssReferences(css);
    while (scanner.at < css.length() && scanner.found.size() < MOST) scanner.step();
    return List.copyOf(scanner.found);
  }

  /** The sheet with each reference replaced, in the order of {@link #of}. */
  static String rewritten(String css, List<Reference> references, List<String> by) {
    var out = new StringBuilder();
    int done = 0;
    for (int i = 0; i < references.size(); i++) {
      out.append(css, done, references.get(i).from()).append(escaped(by.get(i)));
      done = references.get(i).to();
    }
    return out.append(css, done, css.length()).toString();
  }

  /** Fit for both quotes and for none. */
  private static String escaped(String reference) {
    return reference
        .replace("\\", "%5C")
        .replace("\"", "%22")
        .replace("'", "%27")
        .replace("(", "%28")
        .replace(")", "%29")
        .replace(" ", "%20");
  }

  private void step() {
    char c = css.charAt(at);
    if (css.startsWith("/*", at)) {
      int end = css.indexOf("*/", at + 2);
      at = end < 0 ? css.length() : end + 2;
    } else if (c == '"' || c == '\'') {
      int from = at + 1;
      String text = string(c);
      if (afterImport) add(from, at - 1, true, text);
      afterImport = false;
    } else if (startsWith("@import")) {
      at += "@import".length();
      afterImport = true;
    } else if (startsWith("url(") && !isName(at - 1)) {
      url();
      afterImport = false;
    } else {
      if (!isBlank(c)) afterImport = false;
      at += c == '\\' ? 2 : 1;
    }
  }

  private boolean startsWith(String word) {
    return css.regionMatches(true, at, word, 0, word.length());
  }

  private boolean isName(int place) {
    if (place < 0) return false;
    char c = css.charAt(place);
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c >= 0x80;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }

  /** A string to its closing quote, or to the end of the line, where browsers give it up. */
  private String string(char quote) {
    var out = new StringBuilder();
    at++;
    while (at < css.length()) {
      char c = css.charAt(at);
      if (c == quote || c == '\n') {
        at++;
        return out.toString();
      }
      if (c == '\\') escape(out);
      else out.append(css.charAt(at++));
    }
    at = css.length() + 1; // as if the closing quote stood there
    return out.toString();
  }

  private void url() {
    at += "url(".length();
    while (at < css.length() && isBlank(css.charAt(at))) at++;
    if (at >= css.length()) return;
    char c = css.charAt(at);
    boolean isImport = afterImport;
    int from = at;
    if (c == '"' || c == '\'') {
      String text = string(c);
      add(from + 1, at - 1, isImport, text);
      return;
    }
    var out = new StringBuilder();
    while (at < css.length() && css.charAt(at) != ')' && !isBlank(css.charAt(at))) {
      if (css.charAt(at) == '\\') escape(out);
      else out.append(css.charAt(at++));
    }
    add(from, Math.min(at, css.length()), isImport, out.toString());
  }

  /** §4.3.7: up to six hexadecimal digits and a blank, or the character itself. */
  private void escape(StringBuilder out) {
    at++;
    int value = 0;
    int digits = 0;
    while (at < css.length() && digits < 6 && css.charAt(at) < 0x80) {
      int digit = Character.digit(css.charAt(at), 16);
      if (digit < 0) break;
      value = value * 16 + digit;
      digits++;
      at++;
    }
    if (digits > 0) {
      boolean real = value > 0 && value <= Character.MAX_CODE_POINT;
      out.appendCodePoint(real ? value : 0xfffd);
      if (at < css.length() && isBlank(css.charAt(at))) at++;
    } else if (at < css.length()) {
      if (css.charAt(at) != '\n') out.append(css.charAt(at));
      at++;
    }
  }

  private void add(int from, int to, boolean isImport, String text) {
    String plain = text.strip();
    boolean fetched = !plain.isEmpty() && !plain.startsWith("#");
    boolean inside = plain.regionMatches(true, 0, "data:", 0, 5);
    int end = Math.min(Math.max(from, to), css.length());
    if (fetched && !inside) found.add(new Reference(Math.min(from, end), end, isImport, plain));
  }
}
