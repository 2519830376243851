package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.wire.Visible;
import java.util.List;

/**
 * What is asked of a server, before there is a connection: public because callers of the library
 * make them.
 *
 * @param fields what the caller wants to say; the client adds what is missing ({@code Host} and the
 *     like), but what has a field here without a value, which takes it out
 * @param empty names of fields that are sent with nothing behind them
 */
public record Request(Method method, Url url, Fields fields, List<String> empty, Payload payload) {
  public Request {
    empty = List.copyOf(empty);
  }

  public static Request get(Url url) {
    return of(Method.GET, url);
  }

  public static Request of(Method method, Url url) {
    return new Request(method, url, Fields.NONE, List.of(), Payload.NONE);
  }

  /** With this field and no other of its name. */
  public Request with(String name, String value) {
    return withFields(fields.without(name).and(name, value));
  }

  public Request withFields(Fields other) {
    return new Request(method, url, other, empty, payload);
  }

  /** With these sent without a value. */
  public Request withEmpty(List<String> names) {
    return new Request(method, url, fields, names, payload);
  }

  public Request withPayload(Payload other) {
    return new Request(method, url, fields, empty, other);
  }

  public Request withMethod(Method other) {
    return new Request(other, url, fields, empty, payload);
  }

  public Request withUrl(Url other) {
    return new Request(method, other, fields, empty, payload);
  }

  /** For eyes: no password of the URL, nothing that could move a cursor. */
  @Override
  public String toString() {
    return method + " " + Visible.of(url.toString());
  }
}
