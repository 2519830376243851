package dev.tinwire.httpserver;

import dev.tinwire.http.ByteRange;
import dev.tinwire.http.ByteRanges;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.http.Preconditions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** How much of a representation is sent: what conditions and ranges come to. Pure. */
sealed interface Delivery {
  /** 200 */
  record Whole() implements Delivery {}

  /** 206 */
  record Part(ByteRange range) implements Delivery {}

  /** 206 in several parts, as many as were asked for. */
  record Parts(List<ByteRange> ranges) implements Delivery {
    public Parts {
      ranges = List.copyOf(ranges);
    }
  }

  /** 304 */
  record NotModified() implements Delivery {}

  /** 412 */
  record Failed() implements Delivery {}

  /** 416 */
  record OutOfRange() implements Delivery {}

  /**
   * Decides in the order of RFC 9110 §13.2.2: conditions first, then If-Range, then Range, which is
   * for GET alone (§14.2).
   */
  static Delivery of(
      Method method, Fields fields, Representation representation, InstantSource clock) {
    var conditions =
        new Preconditions(
            fields.all("If-Match"),
            fields.all("If-Unmodified-Since"),
            fields.all("If-None-Match"),
            fields.all("If-Modified-Since"),
            fields.all("If-Range"));
    var validators = representation.validators();
    return switch (conditions.evaluate(true, Optional.of(validators), clock)) {
      case FAILED -> new Failed();
      case NOT_MODIFIED -> new NotModified();
      case PROCEED -> {
        boolean ranges = method.equals(Method.GET) && representation.hasRanges();
        yield ranges && conditions.rangeHolds(validators, clock)
            ? selected(fields.all("Range"), representation)
            : new Whole();
      }
    };
  }

  private static Delivery selected(List<String> range, Representation of) {
    return ByteRanges.parse(range)
        .map(ranges ->
            switch (ranges.select(of.length())) {
              case ByteRanges.Selection.Whole() -> new Whole();
              case ByteRanges.Selection.Unsatisfiable() -> new OutOfRange();
              case ByteRanges.Selection.Partial(var parts) -> partial(parts, of.coding());
            })
        .orElse(new Whole());
  }

  /** Of a multipart that is coded nobody knows whether its parts are; so the whole is sent. */
  private static Delivery partial(List<ByteRange> parts, Coding coding) {
    if (parts.size() == 1) return new Part(parts.getFirst());
    return coding == Coding.IDENTITY ? new Parts(parts) : new Whole();
  }
}
