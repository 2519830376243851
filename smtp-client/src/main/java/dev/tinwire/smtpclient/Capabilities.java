package dev.tinwire.smtpclient;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a server offers, as its reply to EHLO says (RFC 5321 §4.1.1.1). What was offered before TLS
 * counts for nothing after it.
 *
 * @param keywords in upper case, with their parameters; in the order they came
 */
record Capabilities(Map<String, String> keywords) {
  /** What a server offers that knows only HELO. */
  static final Capabilities NONE = new Capabilities(Map.of());

  /**
   * Leniency: {@code AUTH=LOGIN} beside or instead of {@code AUTH LOGIN}, the form of drafts before
   * RFC 2554 which some servers still say for old clients.
   */
  static final String OLD_AUTH = "AUTH=";

  /** Of a size; more would not fit a number of ours. */
  private static final int MOST_DIGITS = 18;

  Capabilities {
    keywords = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
  }

  /** Of a reply to EHLO; its first line is the server's name, not a keyword. */
  static Capabilities of(Reply reply) {
    var keywords = new LinkedHashMap<String, String>();
    for (String line : reply.texts().subList(1, reply.texts().size())) {
      String text = line.strip();
      String upper = text.toUpperCase(Locale.ROOT);
      if (upper.startsWith(OLD_AUTH)) text = "AUTH " + text.substring(OLD_AUTH.length());
      int blank = text.indexOf(' ');
      String keyword = (blank < 0 ? text : text.substring(0, blank)).toUpperCase(Locale.ROOT);
      String parameters = blank < 0 ? "" : text.substring(blank + 1).strip();
      // Said twice, as AUTH is in both forms: all of it counts.
      if (isKeyword(keyword)) keywords.merge(keyword, parameters, (a, b) -> (a + " " + b).strip());
    }
    return new Capabilities(keywords);
  }

  private static boolean isKeyword(String text) {
    if (text.isEmpty() || text.charAt(0) == '-') return false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isDigit(c) && (c < 'A' || c > 'Z') && c != '-') return false;
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  boolean offers(Extension extension) {
    return keywords.containsKey(extension.keyword());
  }

  /** The names of SASL mechanisms, in upper case (RFC 4954 §3). */
  Set<String> mechanisms() {
    String names = keywords.getOrDefault(Extension.AUTH.keyword(), "");
    var found = new TreeSet<>(List.of(names.toUpperCase(Locale.ROOT).split(" +")));
    found.remove("");
    return found;
  }

  /** How large a message may be, if the server says it; 0 is no limit (RFC 1870 §4). */
  OptionalLong maxSize() {
    String size = keywords.getOrDefault(Extension.SIZE.keyword(), "");
    if (size.isEmpty() || size.length() > MOST_DIGITS) return OptionalLong.empty();
    long bytes = 0;
    for (int i = 0; i < size.length(); i++) {
      if (!isDigit(size.charAt(i))) return OptionalLong.empty();
      bytes = bytes * 10 + (size.charAt(i) - '0');
    }
    return bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
  }

  /** One line for each, as the server said them. */
  List<String> lines() {
    return keywords.entrySet().stream()
        .map(e -> (e.getKey() + " " + e.getValue()).strip())
        .toList();
  }
}
