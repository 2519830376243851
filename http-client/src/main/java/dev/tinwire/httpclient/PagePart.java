package dev.tinwire.httpclient;

import java.time.Duration;
import java.util.Optional;

/**
 * Something a page is made of, and what came of asking for it.
 *
 * @param kind {@code document}, {@code style}, {@code image} …
 * @param begin from the beginning of the whole
 * @param response closed; empty where the wire broke
 * @param bytes of the body, unpacked
 * @param error what went wrong, empty if nothing did
 */
record PagePart(
    Url url, String kind, Duration begin, Optional<Response> response, long bytes, String error) {
  Duration end() {
    return begin.plus(response.map(r -> r.timings().total()).orElse(Duration.ZERO));
  }

  Duration lasted() {
    return end().minus(begin);
  }

  String status() {
    return response.map(r -> Integer.toString(r.status().code())).orElse("-");
  }
}
