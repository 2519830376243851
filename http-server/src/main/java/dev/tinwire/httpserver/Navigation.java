package dev.tinwire.httpserver;

import dev.tinwire.http.Accept;
import dev.tinwire.http.Fields;
import dev.tinwire.http.MediaType;
import dev.tinwire.http.Method;
import dev.tinwire.wire.Malformed;

/**
 * Whether a person goes to a page, as opposed to a page that loads a part of itself. An application
 * of one page answers the first wherever it goes; a missing script must stay missing.
 */
final class Navigation {
  private static final MediaType HTML = MediaType.of("text", "html");

  private Navigation() {}

  static boolean is(Request request, SitePath path) {
    boolean reading = request.method().equals(Method.GET) || request.method().equals(Method.HEAD);
    return reading
        && namesHtml(request.fields())
        && navigates(request.fields())
        && path.name().map(name -> name.indexOf('.') < 0).orElse(true);
  }

  /** By name, for {@code *}{@code /*} is what scripts and command lines send. */
  private static boolean namesHtml(Fields fields) {
    try {
      var accept = Accept.parse(fields.all("Accept"));
      return accept.ranges().stream().anyMatch(range -> range.type().equals("text"))
          && accept.weightOf(HTML).acceptable();
    } catch (Malformed _) {
      return false;
    }
  }

  /** What browsers say of themselves (Fetch Metadata §2.2), where they say it. */
  private static boolean navigates(Fields fields) {
    return fields.first("Sec-Fetch-Mode").map("navigate"::equals).orElse(true);
  }
}
