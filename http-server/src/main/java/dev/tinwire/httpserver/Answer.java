package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Status;

/**
 * What to answer: everything but what the connection adds by itself (Date, Connection, the framing
 * of the content). For HEAD a handler answers as for GET; the content is then closed unsent.
 */
public record Answer(Status status, Fields fields, Content content) {
  public static Answer of(Status status, Content content) {
    return new Answer(status, Fields.NONE, content);
  }

  /** The same with one more field. */
  public Answer with(String name, String value) {
    return new Answer(status, fields.and(name, value), content);
  }
}
