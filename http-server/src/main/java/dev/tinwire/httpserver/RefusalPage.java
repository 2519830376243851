package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Status;

/** Says no in words. */
@FunctionalInterface
interface RefusalPage {
  /** The page or line that goes with this status, to a client that sent these fields. */
  Answer of(Status status, Fields wishes);

  /** A line of plain text. */
  static Answer line(Status status, Fields wishes) {
    return Answer.of(status, Content.of(status + "\n"))
        .with("Content-Type", "text/plain;charset=utf-8")
        .with("Cache-Control", "no-cache")
        .with("X-Content-Type-Options", "nosniff");
  }
}
