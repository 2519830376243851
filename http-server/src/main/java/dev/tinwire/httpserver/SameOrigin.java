package dev.tinwire.httpserver;

import dev.tinwire.http.BadMessage;
import dev.tinwire.http.Fields;
import java.util.List;
import java.util.Locale;

/**
 * Whether a request that would change something comes from our own pages, or from no page at all.
 * Browsers send the forms and scripts of other sites to us as well, with what they know of their
 * user, and say where they come from. What is no browser says nothing, and nobody can make it send
 * something. Pure.
 */
final class SameOrigin {
  private static final List<String> OURS = List.of("same-origin", "none"); // none: the user's own

  private SameOrigin() {}

  static boolean allows(Request request) throws BadMessage {
    Fields fields = request.fields();
    // Fetch Metadata §2.4: no script can set it, and it is there only on trustworthy origins.
    if (fields.has("Sec-Fetch-Site")) return OURS.containsAll(fields.all("Sec-Fetch-Site"));
    List<String> origins = fields.all("Origin");
    if (origins.isEmpty()) return true;
    var authority = request.head().authority();
    return authority.isPresent()
        && origins.size() == 1
        && same(origins.getFirst(), authority.get().toString(), request.secure());
  }

  /**
   * Whether an origin (RFC 6454 §6.2) is this host. Where TLS ends before us, at a proxy, we cannot
   * know the scheme; where it ends here, a page without TLS is another's.
   */
  static boolean same(String origin, String host, boolean secure) {
    int colon = origin.indexOf("://");
    if (colon < 0) return false; // "null": a page without an origin
    String scheme = origin.substring(0, colon);
    if (!scheme.equals("https") && (secure || !scheme.equals("http"))) return false;
    String usual = scheme.equals("https") ? ":443" : ":80";
    return plain(origin.substring(colon + 3), usual).equals(plain(host, usual));
  }

  private static String plain(String authority, String usual) {
    String lower = authority.toLowerCase(Locale.ROOT);
    return lower.endsWith(usual) ? lower.substring(0, lower.length() - usual.length()) : lower;
  }
}
