package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.HttpDate;
import dev.tinwire.http.Method;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Visible;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Whether and when a failed exchange is tried again. Pure, but for the dice given to it. */
public sealed interface Retry {
  /** It is over. */
  record GiveUp() implements Retry {}

  /** Again, after waiting. */
  record After(Duration pause) implements Retry {}

  /** No server is waited for longer than this. */
  Duration MOST = Duration.ofMinutes(10);

  Duration FIRST = Duration.ofSeconds(1);

  /** What went wrong. */
  sealed interface Failure {
    /** No connection: nothing was asked yet, so any method may be tried again. */
    record NotReached() implements Failure {}

    /** The wire broke under way: only what has the same effect twice may be (RFC 9110 §9.2.2). */
    record Broken() implements Failure {}

    /** The server said no. */
    record Refused(Status status, Fields fields) implements Failure {}
  }

  /**
   * Decides.
   *
   * @param done how many tries there were, the first included
   * @param most how many more than the first there may be
   * @param repeatable whether the body can be sent again
   */
  static Retry of(
      Method method,
      boolean repeatable,
      Failure failure,
      int done,
      int most,
      InstantSource clock,
      RandomGenerator dice) {
    if (done > most) return new GiveUp();
    return switch (failure) {
      case Failure.NotReached _ -> repeatable ? new After(backoff(done, dice)) : new GiveUp();
      case Failure.Broken _ ->
          repeatable && method.isIdempotent() ? new After(backoff(done, dice)) : new GiveUp();
      case Failure.Refused(Status status, Fields fields) -> {
        boolean worth = repeatable && isTransient(status, method);
        Optional<Duration> asked = retryAfter(fields, clock);
        if (!worth || tooLate(fields, clock).isPresent()) yield new GiveUp();
        yield new After(asked.orElseGet(() -> backoff(done, dice)));
      }
    };
  }

  /**
   * 408, 429 and 503 say that nothing was done (RFC 9110 §15.5.9, §15.6.4; RFC 6585 §4); of 500,
   * 502 and 504 nobody knows.
   */
  private static boolean isTransient(Status status, Method method) {
    return switch (status.code()) {
      case 408, 425, 429, 503 -> true;
      case 500, 502, 504 -> method.isIdempotent();
      default -> false;
    };
  }

  /**
   * Twice as long each time, and a part of it by chance, so that a crowd does not return as one.
   */
  private static Duration backoff(int done, RandomGenerator dice) {
    Duration most = FIRST.multipliedBy(1L << Math.min(done - 1, 9));
    Duration capped = most.compareTo(MOST) > 0 ? MOST : most;
    return Duration.ofMillis(capped.toMillis() / 2 + dice.nextLong(capped.toMillis() / 2 + 1));
  }

  /** What to say where the server asks for more patience than anybody has. */
  static Optional<String> tooLate(Fields fields, InstantSource clock) {
    return retryAfter(fields, clock)
        .filter(wait -> wait.compareTo(MOST) > 0)
        .map(_ -> Visible.cut(fields.first("Retry-After").orElse(""), 40))
        .map(text -> "Retry-After: " + text + " is too long a wait (10 minutes at most)");
  }

  /** Seconds or a date (RFC 9110 §10.2.3); a date gone by is now. */
  static Optional<Duration> retryAfter(Fields fields, InstantSource clock) {
    Optional<String> field = fields.first("Retry-After");
    if (field.isEmpty()) return Optional.empty();
    String text = field.get();
    if (text.matches("[0-9]{1,9}")) return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    if (text.matches("[0-9]+")) return Optional.of(MOST.plusSeconds(1));
    return HttpDate.parse(text, clock)
        .map(date -> Duration.between(clock.instant(), date))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }
}
