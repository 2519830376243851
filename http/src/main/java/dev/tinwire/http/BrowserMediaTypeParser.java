package dev.tinwire.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * "Parse a MIME type" of the WHATWG MIME Sniffing standard (§4.4), step by step in its order, one
 * character for each byte. The only addition is the limit: parameters beyond {@link
 * Parameters#MOST} are left out, and a text longer than {@link ValueReader#LIMIT} is no type.
 */
final class BrowserMediaTypeParser {
  private final String text;
  private int at;

  private BrowserMediaTypeParser(String text) {
    this.text = text;
  }

  static Optional<MediaType> parse(String text) {
    if (text.length() > ValueReader.LIMIT) return Optional.empty();
    return new BrowserMediaTypeParser(strip(text)).mediaType();
  }

  private Optional<MediaType> mediaType() {
    String type = run(c -> c != '/');
    if (!Tokens.isToken(type) || !take('/')) return Optional.empty();
    String subtype = stripTrailing(run(c -> c != ';'));
    if (!Tokens.isToken(subtype)) return Optional.empty();
    return Optional.of(new MediaType(type, subtype, parameters()));
  }

  private Parameters parameters() {
    var list = new ArrayList<Parameter>();
    while (take(';')) {
      run(BrowserMediaTypeParser::isHttpSpace);
      String name = run(c -> c != ';' && c != '=');
      if (take('=')) parameter(list, name);
    }
    return new Parameters(list);
  }

  private void parameter(List<Parameter> list, String name) {
    boolean quoted = at < text.length() && text.charAt(at) == '"';
    String value = quoted ? quotedValue() : stripTrailing(run(c -> c != ';'));
    boolean good = Tokens.isToken(name) && QuotedString.holds(value);
    if (!good || (value.isEmpty() && !quoted)) return;
    boolean known = list.stream().anyMatch(p -> p.name().equalsIgnoreCase(name));
    if (!known && list.size() < Parameters.MOST) list.add(new Parameter(name, value));
  }

  /** "Collect an HTTP quoted string" (WHATWG Fetch §2.2); what follows the quote is dropped. */
  private String quotedValue() {
    var value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      boolean pair = text.charAt(at) == '\\' && at + 1 < text.length();
      if (pair) at++;
      value.append(text.charAt(at++));
    }
    run(c -> c != ';');
    return value.toString();
  }

  private String run(IntPredicate kind) {
    int from = at;
    while (at < text.length() && kind.test(text.charAt(at))) at++;
    return text.substring(from, at);
  }

  private boolean take(char c) {
    boolean here = at < text.length() && text.charAt(at) == c;
    if (here) at++;
    return here;
  }

  private static boolean isHttpSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static String strip(String text) {
    int from = 0;
    while (from < text.length() && isHttpSpace(text.charAt(from))) from++;
    return stripTrailing(text.substring(from));
  }

  private static String stripTrailing(String text) {
    int to = text.length();
    while (to > 0 && isHttpSpace(text.charAt(to - 1))) to--;
    return text.substring(0, to);
  }
}
