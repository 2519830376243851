package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The conditions of a request (RFC 9110 §13), each as the lines that came, and what follows from
 * them: a pure decision in the order of §13.2.2. To be asked only where the answer without them
 * would be a 2xx (§13.2.1).
 */
public record Preconditions(
    List<String> ifMatch,
    List<String> ifUnmodifiedSince,
    List<String> ifNoneMatch,
    List<String> ifModifiedSince,
    List<String> ifRange) {

  public Preconditions {
    ifMatch = List.copyOf(ifMatch);
    ifUnmodifiedSince = List.copyOf(ifUnmodifiedSince);
    ifNoneMatch = List.copyOf(ifNoneMatch);
    ifModifiedSince = List.copyOf(ifModifiedSince);
    ifRange = List.copyOf(ifRange);
  }

  /** What the conditions say. */
  public enum Outcome {
    PROCEED,
    /** The client has it already: 304. */
    NOT_MODIFIED,
    /** The resource is not what the client thinks: 412. */
    FAILED
  }

  /**
   * Evaluates all but If-Range.
   *
   * @param reading whether the method is GET or HEAD
   * @param current empty where there is no representation yet, as before a first PUT
   * @param clock for dates with two digits of the year
   */
  public Outcome evaluate(boolean reading, Optional<Validators> current, InstantSource clock) {
    if (!ifMatch.isEmpty()) {
      if (!matches(current)) return Outcome.FAILED;
    } else if (modifiedAfter(ifUnmodifiedSince, current, clock).orElse(false)) {
      return Outcome.FAILED;
    }
    if (!ifNoneMatch.isEmpty()) {
      if (noneMatches(reading, current)) return Outcome.PROCEED;
      return reading ? Outcome.NOT_MODIFIED : Outcome.FAILED;
    }
    boolean unchanged = reading && !modifiedAfter(ifModifiedSince, current, clock).orElse(true);
    return unchanged ? Outcome.NOT_MODIFIED : Outcome.PROCEED;
  }

  /**
   * Whether a Range may be honoured (§13.1.5): there is no If-Range, or it names exactly the
   * current representation. A date counts only if nothing can have changed within its second
   * (§8.8.2.2), so not while that second lasts.
   */
  public boolean rangeHolds(Validators current, InstantSource clock) {
    if (ifRange.isEmpty()) return true;
    if (ifRange.size() > 1) return false;
    String validator = ifRange.getFirst();
    if (validator.endsWith("\"")) {
      var named = tags(ifRange);
      return named instanceof EntityTags.Listed(var tags)
          && tags.size() == 1
          && named.matchStrongly(current.tag());
    }
    Instant thisSecond = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Optional<Instant> date = HttpDate.parse(validator, clock);
    return date.isPresent()
        && date.equals(current.lastModified())
        && date.get().isBefore(thisSecond);
  }

  private boolean matches(Optional<Validators> current) {
    return current.isPresent() && tags(ifMatch).matchStrongly(current.get().tag());
  }

  /**
   * Where the field cannot be read, a reader gets the whole answer, which is never wrong; who would
   * change something is stopped, because it asked not to overwrite something.
   */
  private boolean noneMatches(boolean reading, Optional<Validators> current) {
    try {
      EntityTags named = EntityTags.parse(ifNoneMatch);
      return current.isEmpty() || !named.matchWeakly(current.get().tag());
    } catch (Malformed _) {
      return reading;
    }
  }

  /** What cannot be read names nothing. */
  private static EntityTags tags(List<String> lines) {
    try {
      return EntityTags.parse(lines);
    } catch (Malformed _) {
      return new EntityTags.Listed(List.of());
    }
  }

  /**
   * Whether the representation changed after the date in the field; empty where the field is
   * absent, no valid date or several, or the last change is unknown, for then it must be ignored
   * (§13.1.3, §13.1.4).
   */
  private static Optional<Boolean> modifiedAfter(
      List<String> field, Optional<Validators> current, InstantSource clock) {
    if (field.size() != 1) return Optional.empty();
    Optional<Instant> date = HttpDate.parse(field.getFirst(), clock);
    Optional<Instant> modified = current.flatMap(Validators::lastModified);
    if (date.isEmpty() || modified.isEmpty()) return Optional.empty();
    return Optional.of(modified.get().isAfter(date.get()));
  }
}
