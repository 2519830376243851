package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Visible;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers that say no in words, for programs; pages for people are a handler's business. */
final class Refusal {
  static final Status METHOD_NOT_ALLOWED = new Status(405);
  static final Status REQUEST_TIMEOUT = new Status(408);
  static final Status CONTENT_TOO_LARGE = new Status(413);
  static final Status INTERNAL_SERVER_ERROR = new Status(500);
  static final Status SERVICE_UNAVAILABLE = new Status(503);

  /** The methods of RFC 9110 §9 and RFC 5789: known here, whether or not something has them. */
  private static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

  private Refusal() {}

  /** A status and one sentence about it. What came from the wire is made visible first. */
  static Answer of(Status status, String sentence) {
    return new Answer(
        status,
        Fields.of("Content-Type", "text/plain; charset=utf-8", "X-Content-Type-Options", "nosniff"),
        Content.of(Visible.of(sentence) + "\n"));
  }

  /**
   * The refusal of a method, if a resource does not have it: 405 with Allow where the method is
   * known, 501 where it is not (RFC 9110 §9.1, §15.5.6, §15.6.2).
   */
  static Optional<Answer> ofMethod(Method method, List<Method> allowed) {
    if (allowed.contains(method)) return Optional.empty();
    if (!KNOWN.contains(method.name())) {
      return Optional.of(of(Status.NOT_IMPLEMENTED, "there is no method " + method + " here"));
    }
    String list = allowed.stream().map(Method::name).collect(Collectors.joining(", "));
    return Optional.of(
        of(METHOD_NOT_ALLOWED, method + " is not allowed here; these are: " + list)
            .with("Allow", list));
  }
}
