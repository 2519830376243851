package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Status;
import java.time.Instant;
import java.util.List;

/**
 * An answer in the cache, without its body.
 *
 * @param asked the fields of the request that the answer's Vary names
 * @param fields of the answer, as they are given out again
 * @param requested when it was asked for
 * @param received when its head came
 */
record Stored(
    Url url, Fields asked, Status status, Fields fields, Instant requested, Instant received) {

  /** §3.1: they are about the connection, or were for a proxy, and are not kept. */
  private static final List<String> NOT_KEPT =
      List.of(
          "Connection",
          "Proxy-Connection",
          "Keep-Alive",
          "TE",
          "Transfer-Encoding",
          "Upgrade",
          "Proxy-Authenticate",
          "Proxy-Authentication-Info",
          "Proxy-Authorization");

  /** §3.2: what a 304 says of these is about the 304 itself, or would not fit the body. */
  private static final List<String> NOT_UPDATED =
      List.of("Content-Length", "Content-Encoding", "Content-Type", "Content-Range");

  static Fields kept(Fields fields) {
    Fields kept = fields;
    for (String name : fields.list("Connection")) kept = kept.without(name);
    for (String name : NOT_KEPT) kept = kept.without(name);
    return kept;
  }

  /** The same with what a 304 says newer (§4.3.4). */
  Stored freshened(Fields by, Instant requested, Instant received) {
    Fields news = kept(by);
    for (String name : NOT_UPDATED) news = news.without(name);
    Fields merged = fields;
    for (var line : news.lines()) merged = merged.without(line.name());
    for (var line : news.lines()) merged = merged.and(line.name(), line.value());
    return new Stored(url, asked, status, merged, requested, received);
  }

  /** Whether it answers a request with these fields (§4.1). */
  boolean matches(Fields request) {
    for (String name : fields.list("Vary")) {
      if (name.equals("*") || !values(asked, name).equals(values(request, name))) return false;
    }
    return true;
  }

  /** Several lines are one list; blanks around commas mean nothing. */
  private static List<String> values(Fields fields, String name) {
    return fields.list(name);
  }

  /** The fields of a request that an answer's Vary names. */
  static Fields selecting(Fields request, Fields answer) {
    var names = answer.list("Vary");
    return new Fields(
        request.lines().stream().filter(line -> names.stream().anyMatch(line::isNamed)).toList());
  }
}
