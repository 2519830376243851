package dev.tinwire.httpserver;

import dev.tinwire.http.PercentEncoding;
import dev.tinwire.wire.Malformed;
import java.util.Optional;

/**
 * Where somebody goes after a login: to a path of this site, whatever the form says, for a link to
 * our page may have been made by anybody. Pure.
 */
final class WayBack {
  private static final String START = "/";

  private WayBack() {}

  /** As a {@code Location} that leads nowhere else. */
  static String of(String said) {
    int question = said.indexOf('?');
    String path = question < 0 ? said : said.substring(0, question);
    Optional<SitePath> inside = path.startsWith("/") ? SitePath.parse(path) : Optional.empty();
    if (inside.isEmpty()) return START;
    String way = inside.get().toString(); // one slash at its beginning, and no other
    if (LoginDesk.isAt(way)) return START;
    return question < 0 ? way : way + query(said.substring(question));
  }

  /** As it came, unless something in it cannot stand in a field; then without it. */
  private static String query(String query) {
    boolean plain =
        query.chars().allMatch(c -> c > ' ' && c < 0x7f && "\"<>\\^`{|}#".indexOf(c) < 0);
    return plain ? query : "";
  }

  /** The value of a query as it was before it was encoded; the start if it makes no sense. */
  static String decoded(String value) {
    try {
      return PercentEncoding.decodeUtf8("way back", value);
    } catch (Malformed _) {
      return START;
    }
  }
}
