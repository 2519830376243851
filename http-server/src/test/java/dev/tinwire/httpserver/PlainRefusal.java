package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Status;

/** Says no in a line of plain text, whatever the client prefers. */
final class PlainRefusal {
  private PlainRefusal() {}

  static Answer line(Status status, Fields wishes) {
    return Answer.of(status, Content.of(status + "\n"))
        .with("Content-Type", "text/plain;charset=utf-8")
        .with("Cache-Control", "no-cache")
        .with("X-Content-Type-Options", "nosniff");
  }
}
