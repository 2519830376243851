package dev.tinwire.heartbeat;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which a sender was not heard.
 *
 * @param from its last beat before, or when it was found missing
 * @param to when it came back, if it did
 * @param planned it had said that it would stop; counts neither as up nor as down
 */
record Downtime(Instant from, Optional<Instant> to, boolean planned, String why) {
  Span span(Instant now) {
    return new Span(from, to.orElse(now));
  }

  Downtime until(Instant end) {
    return new Downtime(from, Optional.of(end), planned, why);
  }
}
