package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Fields;
import dev.tinwire.http.HttpDate;
import dev.tinwire.http.Method;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cache does where the public tests are silent: what a request asks for, and errors. */
class CacheDecisionTest {
  private static final Instant NOW = Instant.parse("2026-01-01T01:00:00Z");

  /** {@code a=b; c=d} as fields; a value keeps its commas. */
  private static Fields fields(String text) {
    Fields fields = Fields.NONE;
    for (String each : text == null ? new String[0] : text.split("; ", -1)) {
      String[] pair = each.split(": ", 2);
      fields = fields.and(pair[0], pair[1]);
    }
    return fields;
  }

  private static Stored stored(Fields answer, Duration ago) throws Malformed {
    Instant then = NOW.minus(ago);
    return new Stored(
        Url.parse("http://h/"),
        Fields.NONE,
        Status.OK,
        answer.and("Date", HttpDate.print(then)),
        then,
        then);
  }

  private static String decide(String method, String request, Stored stored) {
    var decision = CacheDecision.of(new Method(method), fields(request), List.of(stored), NOW);
    return switch (decision) {
      case CacheDecision.Ask _ -> "ask";
      case CacheDecision.NotHere _ -> "504";
      case CacheDecision.Serve(_, Duration age) -> "serve " + age.toSeconds();
      case CacheDecision.Validate(_, Fields conditions) ->
          "validate "
              + conditions.lines().stream().map(l -> l.name()).collect(Collectors.joining(" "));
    };
  }

  @ParameterizedTest(name = "{0} {1}, stored 100 s ago {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  |                             | Cache-Control: max-age=200              | serve 100
          HEAD |                             | Cache-Control: max-age=200              | serve 100
          POST |                             | Cache-Control: max-age=200              | ask
          GET  |                             | Cache-Control: max-age=200; Age: 150    | ask
          GET  |                             | Cache-Control: max-age=50               | ask
          GET  |                             | Cache-Control: max-age=50; ETag: "x"    | validate If-None-Match
          GET  |                             | ETag: "x"; Last-Modified: Thu, 01 Jan 2026 00:58:19 GMT | validate If-None-Match If-Modified-Since
          GET  |                             | Last-Modified: Thu, 01 Jan 2025 00:00:00 GMT | serve 100
          GET  |                             | Cache-Control: max-age=200, no-cache; ETag: "x" | validate If-None-Match
          GET  | Cache-Control: no-cache     | Cache-Control: max-age=200; ETag: "x"   | validate If-None-Match
          GET  | Pragma: no-cache            | Cache-Control: max-age=200; ETag: "x"   | validate If-None-Match
          GET  | Cache-Control: no-store     | Cache-Control: max-age=200              | ask
          GET  | Cache-Control: max-age=99   | Cache-Control: max-age=200              | ask
          GET  | Cache-Control: max-age=100  | Cache-Control: max-age=200              | serve 100
          GET  | Cache-Control: min-fresh=101 | Cache-Control: max-age=200             | ask
          GET  | Cache-Control: min-fresh=100 | Cache-Control: max-age=200             | serve 100
          GET  | Cache-Control: max-stale    | Cache-Control: max-age=50               | serve 100
          GET  | Cache-Control: max-stale=49 | Cache-Control: max-age=50               | ask
          GET  | Cache-Control: max-stale=50 | Cache-Control: max-age=50               | serve 100
          GET  | Cache-Control: max-stale    | Cache-Control: max-age=50, must-revalidate | ask
          GET  | Cache-Control: only-if-cached | Cache-Control: max-age=200            | serve 100
          GET  | Cache-Control: only-if-cached | Cache-Control: max-age=50             | 504
          GET  | If-None-Match: "y"          | Cache-Control: max-age=200              | ask
          GET  | Range: bytes=0-1            | Cache-Control: max-age=200              | ask
          """)
  void whatARequestGets(String method, String request, String answer, String expected)
      throws Malformed {
    assertEquals(
        expected, decide(method, request, stored(fields(answer), Duration.ofSeconds(100))));
  }

  @Test
  void ofSeveralTheLatestIsTaken() throws Malformed {
    var old = stored(fields("Cache-Control: max-age=999; X: old"), Duration.ofSeconds(9));
    var late = stored(fields("Cache-Control: max-age=999; X: new"), Duration.ofSeconds(3));
    var decision = CacheDecision.of(Method.GET, Fields.NONE, List.of(late, old), NOW);
    assertEquals(new CacheDecision.Serve(late, Duration.ofSeconds(3)), decision);
  }

  @Test
  void aNotModifiedAboutSomethingElseIsNoConfirmation() throws Malformed {
    var tagged = stored(fields("ETag: W/\"a\""), Duration.ZERO);
    assertTrue(CacheDecision.confirms(tagged, fields("ETag: \"a\"")));
    assertTrue(CacheDecision.confirms(tagged, Fields.NONE));
    assertFalse(CacheDecision.confirms(tagged, fields("ETag: \"b\"")));
  }

  @ParameterizedTest(name = "{0}, asked with {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Cache-Control: max-age=50                                     |                       | false
          Cache-Control: max-age=50, stale-if-error=50                  |                       | true
          Cache-Control: max-age=50, stale-if-error=49                  |                       | false
          Cache-Control: max-age=50                         | Cache-Control: stale-if-error=60  | true
          Cache-Control: max-age=50, must-revalidate, stale-if-error=99 |                       | false
          """)
  void anErrorIsCoveredWhereSomebodyAllowedIt(String answer, String request, boolean expected)
      throws Malformed {
    var old = stored(fields(answer), Duration.ofSeconds(100));
    assertEquals(expected, CacheDecision.mayServeAfterError(old, fields(request), NOW));
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST   | 201 | Location: /new; Content-Location: http://h/x | http://h/a http://h/new http://h/x
          DELETE | 204 | Location: http://other/           | http://h/a
          PUT    | 500 | Location: /new                    | ''
          PUT    | 404 | Location: /new                    | ''
          GET    | 200 | Location: /new                    | ''
          POST   | 302 | Location: http://[                | http://h/a
          """)
  void whatAChangeMakesVoid(String method, int status, String answer, String expected)
      throws Malformed {
    var urls =
        Cacheability.invalidated(
            new Method(method), Url.parse("http://h/a#f"), new Status(status), fields(answer));
    assertEquals(expected, urls.stream().map(Url::href).collect(Collectors.joining(" ")));
  }
}
