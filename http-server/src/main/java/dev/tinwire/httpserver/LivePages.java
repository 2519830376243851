package dev.tinwire.httpserver;

import dev.tinwire.http.FieldLine;
import dev.tinwire.http.Fields;
import dev.tinwire.http.MediaType;
import dev.tinwire.http.Method;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Malformed;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Adds the script to each page that a person goes to, the ones in words for 404 among them.
 *
 * <p>It goes behind the last byte, whatever that is: where a script follows {@code </html>}, or
 * there is no such tag at all, the parser puts it at the end of the body all the same (HTML
 * Standard §13.2.6.4.19, "after body"), so nothing needs to be searched, held or copied. A page
 * that ends inside a comment or a script of its own, and one of frames, is the exception.
 *
 * <p>Such a page is sent whole and in no coding. It says how new it is, so it differs each time: it
 * has no validators, no condition can be held against it, and nobody shall store it.
 */
record LivePages(Handler site, Editions editions) implements Handler {
  /** What makes an answer less than the whole page as it is. */
  private static final Set<String> NOT_PLAIN =
      Set.of(
          "accept-encoding",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "if-unmodified-since",
          "range");

  /** What is true of the page without the script. */
  private static final List<String> OF_THE_FILE =
      List.of("Accept-Ranges", "Cache-Control", "ETag", "Last-Modified", "Vary");

  @Override
  public Answer answer(Request request) throws IOException {
    if (!mayBePage(request)) return site.answer(request);
    // Before anything is read: what changes from here on is news to this page.
    long number = editions.number();
    Answer plain = site.answer(plain(request));
    if (isPage(plain)) return withScript(plain, number);
    if (request.fields().lines().stream().allMatch(LivePages::stays)) return plain;
    plain.content().close();
    return site.answer(request); // with all its wishes
  }

  /** A part that a page loads by script is put into a page that has the script already. */
  private static boolean mayBePage(Request request) {
    boolean reads = request.method().equals(Method.GET) || request.method().equals(Method.HEAD);
    // What browsers say of themselves (Fetch Metadata §2.2), where they say it.
    return reads && request.fields().first("Sec-Fetch-Mode").map("navigate"::equals).orElse(true);
  }

  private static Request plain(Request request) {
    var lines = request.fields().lines().stream().filter(LivePages::stays).toList();
    var head = new RequestHead(request.head().line(), new Fields(lines));
    return request.with(head);
  }

  private static boolean stays(FieldLine line) {
    return !NOT_PLAIN.contains(line.name().toLowerCase(Locale.ROOT));
  }

  /** Pure: whether an answer is a page for a person to look at, all of it and as it is. */
  static boolean isPage(Answer answer) {
    Status status = answer.status();
    boolean shown = status.equals(Status.OK) || status.isClientError() || status.isServerError();
    Fields fields = answer.fields();
    return shown
        && isHtml(fields)
        && !fields.has("Content-Encoding")
        && fields.all("Content-Disposition").stream().noneMatch(LivePages::saves);
  }

  private static boolean isHtml(Fields fields) {
    try {
      var type = fields.first("Content-Type");
      return type.isPresent() && MediaType.parse(type.get()).is("text/html");
    } catch (Malformed _) {
      return false;
    }
  }

  /** A file that is saved shall be the file. */
  private static boolean saves(String disposition) {
    return disposition.regionMatches(true, 0, "attachment", 0, "attachment".length());
  }

  private static Answer withScript(Answer page, long number) {
    Fields fields = page.fields();
    for (String name : OF_THE_FILE) fields = fields.without(name);
    var content = new Content.Sequence(List.of(page.content(), Content.of(LiveScript.tag(number))));
    return new Answer(page.status(), fields.and("Cache-Control", "no-store"), content);
  }
}
