package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Status;

/**
 * Says no to somebody of whom nothing is known: no head of theirs was read whole, so nobody has
 * said whether a page is wished or a line. So it is a page for a browser, and so short that whoever
 * gets it in a terminal can read it there.
 */
final class SparePage {
  private static final Fields FIELDS =
      Fields.of(
          "Content-Type",
          "text/html;charset=utf-8",
          "Cache-Control",
          "no-cache",
          "X-Content-Type-Options",
          "nosniff",
          "Content-Security-Policy",
          "default-src 'none'");

  private SparePage() {}

  static Answer of(Status status, String detail) {
    return new Answer(status, FIELDS, Content.of(text(status, detail)));
  }

  /** The page. What came from the wire and stands in the detail is made visible, and no HTML. */
  static String text(Status status, String detail) {
    return """
    <!doctype html>
    <meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark">
    <title>%s</title>
    <p>%s
    <p>%s
    """
        .formatted(status, ErrorPage.line(status).strip(), Html.of(detail));
  }
}
