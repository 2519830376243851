package dev.tinwire.httpserver;

import dev.tinwire.http.ByteRange;
import dev.tinwire.http.ByteRanges;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.http.Preconditions;
import dev.tinwire.http.Validators;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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

  /** Decides for a file. */
  static Delivery of(
      Method method, Fields fields, Representation representation, InstantSource clock) {
    var length =
        representation.hasRanges()
            ? OptionalLong.of(representation.length())
            : OptionalLong.empty();
    Delivery delivery = of(method, fields, representation.validators(), length, clock);
    // Of a multipart that is coded nobody knows whether its parts are; so the whole is sent.
    boolean coded = representation.coding() != Coding.IDENTITY;
    return coded && delivery instanceof Parts ? new Whole() : delivery;
  }

  /**
   * Decides in the order of RFC 9110 §13.2.2: conditions first, then If-Range, then Range, which is
   * for GET alone (§14.2).
   *
   * @param length none if there are no ranges to be had
   */
  static Delivery of(
      Method method,
      Fields fields,
      Validators validators,
      OptionalLong length,
      InstantSource clock) {
    var conditions =
        new Preconditions(
            fields.all("If-Match"),
            fields.all("If-Unmodified-Since"),
            fields.all("If-None-Match"),
            fields.all("If-Modified-Since"),
            fields.all("If-Range"));
    return switch (conditions.evaluate(true, Optional.of(validators), clock)) {
      case FAILED -> new Failed();
      case NOT_MODIFIED -> new NotModified();
      case PROCEED -> {
        boolean ranges = method.equals(Method.GET) && length.isPresent();
        yield ranges && conditions.rangeHolds(validators, clock)
            ? selected(fields.all("Range"), length.getAsLong())
            : new Whole();
      }
    };
  }

  private static Delivery selected(List<String> range, long length) {
    return ByteRanges.parse(range)
        .map(ranges ->
            switch (ranges.select(length)) {
              case ByteRanges.Selection.Whole() -> new Whole();
              case ByteRanges.Selection.Unsatisfiable() -> new OutOfRange();
              case ByteRanges.Selection.Partial(var parts) ->
                  parts.size() == 1 ? new Part(parts.getFirst()) : new Parts(parts);
            })
        .orElse(new Whole());
  }
}
