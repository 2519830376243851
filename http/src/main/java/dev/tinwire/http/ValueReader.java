package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Walks through one field value, a character for each byte, along the small grammar that all fields
 * share (RFC 9110 §5.6): tokens, quoted strings, white space, lists. Every fault is reported with
 * its place.
 */
final class ValueReader {
  /** A bound of our own, so that no parser depends on the limits of whoever calls it. */
  static final int LIMIT = 64 * 1024;

  private final String what;
  private final String text;
  private int at;

  /**
   * Begins at the first character.
   *
   * @param what the grammar, as a person would call it, for errors
   */
  ValueReader(String what, String text) throws Malformed {
    this.what = what;
    this.text = text;
    if (text.length() > LIMIT) {
      throw new Malformed(what, text, LIMIT, "is longer than " + LIMIT + " characters");
    }
  }

  /** Reads one element of a list and leaves the reader behind it. */
  @FunctionalInterface
  interface Element<T> {
    T read(ValueReader in) throws Malformed;
  }

  /**
   * A comma-separated list that may be spread over several field lines; empty elements are skipped,
   * as every recipient must (RFC 9110 §5.3, §5.6.1.2).
   */
  static <T> List<T> list(String what, List<String> lines, int limit, Element<T> element)
      throws Malformed {
    var in = new ValueReader(what, String.join(",", lines));
    var elements = new ArrayList<T>();
    while (in.nextElement()) {
      if (elements.size() == limit) throw in.malformed("has more than " + limit + " elements");
      elements.add(element.read(in));
      in.endElement();
    }
    return List.copyOf(elements);
  }

  /** Skips to where an element begins and says whether there is one. */
  boolean nextElement() {
    do skipOws();
    while (take(','));
    return !atEnd();
  }

  private void endElement() throws Malformed {
    skipOws();
    if (!atEnd() && peek() != ',') throw malformed("expected a comma");
  }

  boolean atEnd() {
    return at == text.length();
  }

  /** The next character, or -1 at the end. */
  int peek() {
    return atEnd() ? -1 : text.charAt(at);
  }

  /** Steps over this character if it is the next. */
  boolean take(char c) {
    if (peek() != c) return false;
    at++;
    return true;
  }

  void expect(char c) throws Malformed {
    if (!take(c)) throw malformed("expected '" + c + "'");
  }

  void end() throws Malformed {
    if (!atEnd()) throw malformed("expected nothing more");
  }

  /** {@code OWS = *( SP / HTAB )} (RFC 9110 §5.6.3). */
  void skipOws() {
    while (peek() == ' ' || peek() == '\t') at++;
  }

  /** A place to come {@linkplain #backTo back to} where the grammar needs to look ahead. */
  int place() {
    return at;
  }

  void backTo(int place) {
    at = place;
  }

  /**
   * One token.
   *
   * @param part which one, for errors ("subtype")
   */
  String token(String part) throws Malformed {
    int from = at;
    at = Tokens.end(text, from);
    if (at == from) throw malformed("expected a token as " + part);
    return text.substring(from, at);
  }

  /** The longest run of characters of one kind, possibly empty. */
  String run(IntPredicate kind) {
    int from = at;
    while (!atEnd() && kind.test(peek())) at++;
    return text.substring(from, at);
  }

  String quotedString() throws Malformed {
    expect('"');
    var out = new StringBuilder();
    while (!take('"')) {
      take('\\'); // of a quoted pair; what follows it is taken as it is, a quote too
      if (atEnd()) throw malformed("expected a closing quote");
      if (!QuotedString.holds(peek())) throw malformed("has a control character in quotes");
      out.append(text.charAt(at++));
    }
    return out.toString();
  }

  String tokenOrQuotedString(String part) throws Malformed {
    return peek() == '"' ? quotedString() : token(part);
  }

  Malformed malformed(String problem) {
    return malformed(at, problem);
  }

  Malformed malformed(int place, String problem) {
    return new Malformed(what, text, place, problem);
  }
}
