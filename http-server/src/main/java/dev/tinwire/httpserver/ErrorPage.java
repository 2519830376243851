package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Status;
import dev.tinwire.wire.json.Json;
import java.util.List;

/**
 * Says in words why there is no better answer: a small page to browsers, an object to programs that
 * ask for JSON, a line to all others.
 */
final class ErrorPage {
  private ErrorPage() {}

  /** What is answered to a client that sent these fields; more may be put {@code with} it. */
  static Answer of(Status status, Fields wishes) {
    return of(status, wishes, words(status));
  }

  /** The same with a sentence of its own, which says more than the status does. */
  static Answer of(Status status, Fields wishes, String words) {
    // Only who wants HTML more than text gets it: curl, which takes anything, gets a line.
    Form form = Form.wanted(wishes, List.of(Form.TEXT, Form.HTML, Form.JSON));
    String said =
        switch (form) {
          case TEXT -> line(status, words);
          case HTML -> page(status, words);
          case JSON -> object(status, words);
        };
    return PageParts.answer(status, form, Content.of(said));
  }

  static String line(Status status) {
    return line(status, words(status));
  }

  private static String line(Status status, String words) {
    return status + ": " + words + "\n";
  }

  private static String object(Status status, String words) {
    var object = Json.object().put("status", status.code()).put("error", status.reason());
    return object.put("message", words).print() + "\n";
  }

  private static String page(Status status, String words) {
    String title = status.reason().isEmpty() ? "Error" : status.reason();
    return PageParts.head(status.toString())
        + "<h1>%s</h1>\n<p>%s</p>\n<p><a href=\"/\">Go to the start</a></p>\n<footer>%d</footer>\n"
            .formatted(title, Html.of(words), status.code());
  }

  /** For a visitor who knows nothing of HTTP, and with what one could do. */
  private static String words(Status status) {
    return switch (status.code()) {
      case 301 -> "This has moved.";
      case 400 -> "The request makes no sense to this server.";
      case 401 -> "A name and a password are asked for here.";
      case 403 -> "This is not for everybody, and not for you.";
      case 404 -> "There is nothing here. It may have been moved, or the address has a typo.";
      case 405 -> "One can look at this, but not do that with it.";
      case 408 -> "The request took too long to arrive.";
      case 409 -> "Something is there already that stands in the way.";
      case 412 -> "This has changed in the meantime.";
      case 413 -> "That is more than this server takes.";
      case 414 -> "The address is too long.";
      case 416 -> "The file is shorter than the part that was asked for.";
      case 417 -> "The request expects something that this server does not do.";
      case 421 -> "This server does not answer for that name.";
      case 429 -> "That was too often; please wait a moment.";
      case 431 -> "The request has too many or too long header fields.";
      case 500 -> "Something went wrong in this server; its log knows more.";
      case 501 -> "This server does not know that method.";
      case 503 -> "This server is busy; please try again in a moment.";
      case 505 -> "This server speaks HTTP/1.1.";
      case 507 -> "There is no room left for that here.";
      default -> status.isServerError() ? "This server cannot do that." : "That cannot be done.";
    };
  }
}
