package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import java.util.Locale;
import java.util.Optional;

/** What can be told of a request that a browser sent. Pure. */
final class BrowserSigns {
  private BrowserSigns() {}

  /**
   * Whether one did, which can show a page of ours instead of a box of its own. Fetch Metadata §2
   * is sent to https and to localhost alone; what is left over plain HTTP is the wish for secure
   * pages (Upgrade Insecure Requests §3.2), and the origin of whatever is no plain GET.
   */
  static boolean asks(Fields fields) {
    return fields.has("Sec-Fetch-Mode")
        || fields.has("Origin")
        || fields.first("Upgrade-Insecure-Requests").filter("1"::equals).isPresent();
  }

  /**
   * Whether another site made it send this. A site on another port of this computer is another site
   * here, although cookies do not tell them apart. What says nothing of where it comes from was
   * sent by no browser.
   */
  static boolean crossSite(Request request) {
    Fields fields = request.fields();
    Optional<String> site = fields.first("Sec-Fetch-Site");
    if (site.isPresent()) return !site.get().equals("same-origin") && !site.get().equals("none");
    Optional<String> origin = fields.first("Origin");
    if (origin.isEmpty()) return false;
    String host = fields.first("Host").orElse("").toLowerCase(Locale.ROOT);
    String said = origin.get().toLowerCase(Locale.ROOT);
    // A proxy in front may speak TLS for us, so that the scheme says nothing.
    return !said.equals("http://" + host) && !said.equals("https://" + host);
  }
}
