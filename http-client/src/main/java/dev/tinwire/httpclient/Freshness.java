package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.HttpDate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How old a stored answer is and for how long it is good (RFC 9111 §4.2).
 *
 * @param age since the server made it, as far as one can know
 * @param lifetime for which it may be used without asking
 */
record Freshness(Duration age, Duration lifetime) {
  /** What a server said nothing about is good for a tenth of its age, a day at most (§4.2.2). */
  private static final int FRACTION = 10;

  private static final Duration MOST_BY_GUESS = Duration.ofDays(1);

  static Freshness of(Stored stored, Instant now) {
    return new Freshness(age(stored, now), lifetime(stored));
  }

  boolean isFresh() {
    return lifetime.compareTo(age) > 0;
  }

  /** For how long it has been stale. */
  Duration staleness() {
    return age.minus(lifetime);
  }

  /** §4.2.3. */
  private static Duration age(Stored stored, Instant now) {
    Instant received = stored.received();
    Duration apparent =
        date(stored.fields(), "Date", received)
            .map(date -> Duration.between(date, received))
            .filter(d -> !d.isNegative())
            .orElse(Duration.ZERO);
    Duration delay = Duration.between(stored.requested(), received);
    Duration corrected = ageField(stored.fields()).plus(delay);
    Duration initial = apparent.compareTo(corrected) > 0 ? apparent : corrected;
    return initial.plus(Duration.between(received, now));
  }

  /** The first of several; what is no number is ignored, as §5.1 asks. */
  private static Duration ageField(Fields fields) {
    List<String> values = fields.list("Age");
    if (values.isEmpty()) return Duration.ZERO;
    return Duration.ofSeconds(CacheControl.number(values.getFirst()).orElse(0L));
  }

  /** §4.2.1. */
  private static Duration lifetime(Stored stored) {
    Fields fields = stored.fields();
    Optional<Duration> maxAge = CacheControl.of(fields).seconds("max-age");
    if (maxAge.isPresent()) return maxAge.get();
    if (fields.has("Expires")) {
      // What is no date has expired (§5.3).
      Instant made = date(fields, "Date", stored.received()).orElse(stored.received());
      return date(fields, "Expires", stored.received())
          .map(end -> Duration.between(made, end))
          .orElse(Duration.ZERO);
    }
    return guessed(stored);
  }

  private static Duration guessed(Stored stored) {
    boolean allowed =
        Cacheability.isHeuristic(stored.status()) || CacheControl.of(stored.fields()).has("public");
    Instant made = date(stored.fields(), "Date", stored.received()).orElse(stored.received());
    Duration guess =
        date(stored.fields(), "Last-Modified", stored.received())
            .map(changed -> Duration.between(changed, made).dividedBy(FRACTION))
            .orElse(Duration.ZERO);
    if (!allowed || guess.isNegative()) return Duration.ZERO;
    return guess.compareTo(MOST_BY_GUESS) > 0 ? MOST_BY_GUESS : guess;
  }

  private static Optional<Instant> date(Fields fields, String name, Instant now) {
    List<String> values = fields.all(name);
    if (values.isEmpty()) return Optional.empty();
    return HttpDate.parseInAnyCase(values.getFirst(), () -> now);
  }
}
