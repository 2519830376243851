package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Visible;

/** Answers that say no in words, for programs; pages for people are a handler's business. */
final class Refusal {
  static final Status REQUEST_TIMEOUT = new Status(408);
  static final Status CONTENT_TOO_LARGE = new Status(413);
  static final Status INTERNAL_SERVER_ERROR = new Status(500);
  static final Status SERVICE_UNAVAILABLE = new Status(503);

  private Refusal() {}

  /** A status and one sentence about it. What came from the wire is made visible first. */
  static Answer of(Status status, String sentence) {
    return new Answer(
        status,
        Fields.of("Content-Type", "text/plain; charset=utf-8", "X-Content-Type-Options", "nosniff"),
        Content.of(Visible.of(sentence) + "\n"));
  }
}
