package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.http.Status;
import dev.tinwire.testkit.FakeClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is tried again, and after how long. */
class RetryTest {
  private static String decide(String method, Retry.Failure failure, int done, boolean repeatable) {
    var decision =
        Retry.of(new Method(method), repeatable, failure, done, 3, new FakeClock(), new Random(1));
    return switch (decision) {
      case Retry.GiveUp _ -> "no";
      case Retry.After(Duration pause) -> pause.toMillis() >= 500 ? "again" : pause.toString();
    };
  }

  private static Retry.Failure refused(int status, String... fields) {
    return new Retry.Failure.Refused(new Status(status), Fields.of(fields));
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      textBlock =
          """
          GET,    unreached, again
          POST,   unreached, again
          GET,    broken,    again
          PUT,    broken,    again
          DELETE, broken,    again
          POST,   broken,    no
          PATCH,  broken,    no
          GET,    503,       again
          POST,   503,       again
          POST,   429,       again
          GET,    500,       again
          POST,   500,       no
          GET,    504,       again
          GET,    404,       no
          GET,    501,       no
          GET,    401,       no
          """)
  void whatIsTriedAgain(String method, String failure, String expected) {
    Retry.Failure what =
        switch (failure) {
          case "unreached" -> new Retry.Failure.NotReached();
          case "broken" -> new Retry.Failure.Broken();
          default -> refused(Integer.parseInt(failure));
        };
    assertEquals(expected, decide(method, what, 1, true));
    assertEquals("no", decide(method, what, 1, false), "a body that is gone");
    assertEquals("no", decide(method, what, 4, true), "as often as it may be");
  }

  @ParameterizedTest(name = "Retry-After: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                             | PT0S
          120                           | again
          Thu, 01 Jan 2026 00:01:00 GMT | again
          Thu, 01 Jan 2015 00:00:00 GMT | PT0S
          soon                          | again
          601                           | no
          99999999999999999999          | no
          """)
  void theServerSaysWhen(String field, String expected) {
    assertEquals(expected, decide("GET", refused(503, "Retry-After", field), 1, true));
  }

  @ParameterizedTest(name = "Retry-After: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          600                           |
          601                           | Retry-After: 601 is too long a wait (10 minutes at most)
          Fri, 31 Dec 9999 23:59:59 GMT | Retry-After: Fri, 31 Dec 9999 23:59:59 GMT is too long a wait (10 minutes at most)
          -5                            |
          """)
  void whoIsNotWaitedForIsNamed(String field, @Nullable String words) {
    var fields = Fields.of("Retry-After", field);
    assertEquals(Optional.ofNullable(words), Retry.tooLate(fields, InstantSource.system()));
  }

  @Test
  void aDateIsSoMuchLater() {
    var fields = Fields.of("Retry-After", "Thu, 01 Jan 2026 00:01:00 GMT");
    assertEquals(Duration.ofMinutes(1), Retry.retryAfter(fields, new FakeClock()).orElseThrow());
  }

  @Test
  void eachWaitIsAboutTwiceTheOneBefore() {
    for (int seed = 0; seed < 100; seed++) {
      for (int done = 1; done < 40; done++) {
        var decision =
            Retry.of(
                Method.GET,
                true,
                new Retry.Failure.Broken(),
                done,
                100,
                new FakeClock(),
                new Random(seed));
        long most = Math.min(1000L << Math.min(done - 1, 20), Retry.MOST.toMillis());
        long wait = ((Retry.After) decision).pause().toMillis();
        assertTrue(wait >= Math.min(most, 512_000) / 2 && wait <= most, done + ": " + wait);
      }
    }
  }
}
