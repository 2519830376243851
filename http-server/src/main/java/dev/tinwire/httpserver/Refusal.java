package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Visible;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Answers that say no in words, for programs, and for people who have sent a head that could be
 * read.
 */
final class Refusal {
  static final Status REQUEST_TIMEOUT = new Status(408);
  static final Status CONTENT_TOO_LARGE = new Status(413);
  static final Status INTERNAL_SERVER_ERROR = new Status(500);
  static final Status SERVICE_UNAVAILABLE = new Status(503);

  private Refusal() {}

  /** A status and one sentence about it. What came from the wire is made visible first. */
  static Answer of(Status status, String sentence) {
    return Answer.of(status, Content.of(Visible.of(sentence) + "\n"))
        .with("Content-Type", Form.TEXT.type().toString())
        .with("Cache-Control", "no-cache")
        .with("X-Content-Type-Options", "nosniff");
  }

  /** The same to somebody who sent these fields: a page, if they prefer that to text. */
  static Answer of(Status status, String sentence, Fields wishes) {
    return switch (Form.wanted(wishes, List.of(Form.TEXT, Form.HTML))) {
      case HTML -> ErrorPage.of(status, wishes, sentence);
      case TEXT, JSON -> of(status, sentence).with("Vary", "Accept");
    };
  }

  /**
   * The refusal of a method, if a resource does not have it: 405 with Allow where the method is
   * known, 501 where it is not (RFC 9110 §9.1, §15.5.6, §15.6.2).
   */
  static Optional<Answer> ofMethod(Method method, List<Method> allowed) {
    if (allowed.contains(method)) return Optional.empty();
    if (MethodRule.of(method) == MethodRule.UNKNOWN) {
      return Optional.of(of(Status.NOT_IMPLEMENTED, "there is no method " + method + " here"));
    }
    String list = allowed.stream().map(Method::name).collect(Collectors.joining(", "));
    return Optional.of(
        of(new Status(405), method + " is not allowed here; these are: " + list)
            .with("Allow", list));
  }
}
