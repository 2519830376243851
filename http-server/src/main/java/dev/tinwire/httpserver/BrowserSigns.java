package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;

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
}
