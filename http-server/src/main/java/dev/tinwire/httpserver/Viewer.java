package dev.tinwire.httpserver;

import java.util.Optional;

/**
 * Who looks at a page of ours, as far as the page shows it.
 *
 * @param right what they may do there, which the page offers
 * @param url how one would name the folder outside of the browser, if that is known
 * @param account who they are, as {@link LoginPage#line} says
 */
record Viewer(Receiving.Right right, Optional<String> url, String account) {
  static Viewer of(Request request, Receiving.Right right, Optional<String> url) {
    var allowed = request.visitor().mayWrite() ? right : Receiving.Right.READ;
    return new Viewer(allowed, url, LoginPage.line(request, right != Receiving.Right.READ));
  }
}
