package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.UsageError;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A URL as people type it, who may be used to other programs: what would be asked for in vain is
 * said before anything is.
 */
final class TypedUrl {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** Rarely needed, and dear for a command that lives for some milliseconds. */
  private static final class Patterns {
    /** HTTPie's items: {@code name=value name:=1 name==value name@file}. */
    static final Pattern ITEM = Pattern.compile("[\\w.-]+(:=|==|=|@)[^/]*");

    /** What curl makes several URLs of: {@code {a,b}}, {@code [1-9]}, {@code [a-z:2]}. */
    static final Pattern GLOB =
        Pattern.compile("\\{[^{}]*,[^{}]*}|\\[(\\d+-\\d+|[A-Za-z]-[A-Za-z])(:\\d+)?]");
  }

  private TypedUrl() {}

  /**
   * Reads it.
   *
   * @param further whether another URL stands before it, so that it may be meant as something else
   * @param urls those before it: what is said of a URL was said of its neighbour
   */
  static Url of(String text, boolean further, TypedUrls urls) throws UsageError {
    Optional<Url> neighbour = urls.neighbour(text);
    if (neighbour.isPresent()) return neighbour.get();
    if (METHODS.contains(text)) {
      throw new UsageError(text + " is no URL; another method: tinwire request " + text + " URL");
    }
    if (text.startsWith("{") && text.endsWith("}") && text.indexOf(':') > 0) {
      throw new UsageError(
          Visible.cut(text, 40) + " is no URL; JSON is sent by --json-body, --json shows results");
    }
    if (further && text.indexOf('=') > 0 && Patterns.ITEM.matcher(text).matches()) {
      throw new UsageError(
          Visible.cut(text, 40)
              + " is no URL; here: -d 'name=value' a form, --json-body '{\"name\":1}' JSON,"
              + " -G -d 'name=value' the query, -F 'name=@file' a file");
    }
    Url url = RequestPlan.url(text, urls);
    try {
      var _ = Endpoints.of(url);
    } catch (Malformed e) {
      throw new UsageError(Visible.cut(text, 80) + ": " + e.getMessage());
    }
    return url;
  }

  /** With this behind its question mark, before any fragment. */
  static String asking(String text, String query) {
    if (query.isEmpty()) return text;
    int hash = text.indexOf('#');
    String start = hash < 0 ? text : text.substring(0, hash);
    return start + (start.indexOf('?') < 0 ? '?' : '&') + query + text.substring(start.length());
  }

  /** What to say of one that curl would make several of; a browser takes it as it is. */
  static Optional<String> pattern(String text) {
    if (text.indexOf('{') < 0 && text.indexOf('[') < 0) return Optional.empty();
    var found = Patterns.GLOB.matcher(text);
    if (!found.find()) return Optional.empty();
    return Optional.of(
        Visible.cut(found.group(), 40)
            + " is taken as it is, not as a pattern: a shell makes several URLs of {a,b} or {1..9}"
            + " outside quotes, and --input reads a list; -g says that it is meant so");
  }
}
