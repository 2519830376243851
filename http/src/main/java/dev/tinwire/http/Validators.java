package dev.tinwire.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What tells one state of a representation from another (RFC 9110 §8.8); each may be unknown.
 *
 * @param lastModified in whole seconds, for that is all a {@code Last-Modified} can say
 */
public record Validators(Optional<EntityTag> tag, Optional<Instant> lastModified) {
  public Validators {
    lastModified = lastModified.map(t -> t.truncatedTo(ChronoUnit.SECONDS));
  }
}
