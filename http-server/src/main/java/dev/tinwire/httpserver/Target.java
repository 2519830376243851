package dev.tinwire.httpserver;

import dev.tinwire.http.RequestTarget;
import java.util.Locale;
import java.util.Optional;

/** What a request target says to a site (RFC 9112 §3.2): a path, and a query that may ask. */
final class Target {
  private Target() {}

  /** The path, whichever form names it; empty where nothing of a site can be meant. */
  static Optional<SitePath> path(RequestTarget target) {
    return switch (target) {
      case RequestTarget.OriginForm(var path, _) -> SitePath.parse(path);
      case RequestTarget.AbsoluteForm(_, _, var path, _) -> SitePath.parse(path);
      case RequestTarget.AuthorityForm _, RequestTarget.AsteriskForm _ -> Optional.empty();
    };
  }

  /** The value that a word of the query has there, the first if it has several. */
  static Optional<String> value(RequestTarget target, String word) {
    for (String part : query(target).orElse("").split("&", -1)) {
      if (part.startsWith(word + "=")) return Optional.of(part.substring(word.length() + 1));
    }
    return Optional.empty();
  }

  static Optional<String> query(RequestTarget target) {
    return switch (target) {
      case RequestTarget.OriginForm(_, var query) -> query;
      case RequestTarget.AbsoluteForm(_, _, _, var query) -> query;
      case RequestTarget.AuthorityForm _, RequestTarget.AsteriskForm _ -> Optional.empty();
    };
  }

  /** Whether the query has that word, as {@code ?list} has, alone or among others. */
  static boolean asks(RequestTarget target, String word) {
    for (String part : query(target).orElse("").split("&", -1)) {
      if (part.equals(word) || part.startsWith(word + "=")) return true;
    }
    return false;
  }

  /**
   * Where the folder is that was asked for without its slash. Made of the decoded names, so that it
   * begins with one slash and no other host can be meant; the query stays.
   */
  static String ofFolder(SitePath path, RequestTarget target) {
    return path.withSlash() + query(target).map(query -> "?" + encoded(query)).orElse("");
  }

  /** What browsers leave as it is in a query and a URI must not have (RFC 3986 §3.4). */
  private static String encoded(String query) {
    var out = new StringBuilder(query.length() + 8);
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if ("[]{}|^`\\".indexOf(c) < 0) {
        out.append(c);
      } else {
        out.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
      }
    }
    return out.toString();
  }
}
