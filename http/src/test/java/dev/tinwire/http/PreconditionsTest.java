package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.http.Preconditions.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreconditionsTest {
  private static final Instant MODIFIED = Instant.parse("1994-11-06T08:49:37.5Z");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("1994-11-07T00:00:00Z"));
  private static final Validators CURRENT =
      new Validators(Optional.of(EntityTag.strong("now")), Optional.of(MODIFIED));

  private static final String BEFORE = "Sun, 06 Nov 1994 08:49:36 GMT";
  private static final String SAME = "Sun, 06 Nov 1994 08:49:37 GMT";
  private static final String AFTER = "Sun, 06 Nov 1994 08:49:38 GMT";

  @ParameterizedTest(name = "IM {0} IUS {1} INM {2} IMS {3}: GET {4}, PUT {5}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          # If-Match  | If-Unm.-Since | If-None-Match  | If-Mod.-Since | GET          | PUT
                      |               |                |               | PROCEED      | PROCEED
          "now"       |               |                |               | PROCEED      | PROCEED
          "x", "now"  |               |                |               | PROCEED      | PROCEED
          *           |               |                |               | PROCEED      | PROCEED
          "old"       |               |                |               | FAILED       | FAILED
          W/"now"     |               |                |               | FAILED       | FAILED
          now         |               |                |               | FAILED       | FAILED
          "now", x    |               |                |               | FAILED       | FAILED
                      | before        |                |               | FAILED       | FAILED
                      | same          |                |               | PROCEED      | PROCEED
                      | after         |                |               | PROCEED      | PROCEED
                      | nonsense      |                |               | PROCEED      | PROCEED
                      | before twice  |                |               | PROCEED      | PROCEED
          # beside If-Match it is not looked at (§13.1.4)
          "now"       | before        |                |               | PROCEED      | PROCEED
          "old"       | same          |                |               | FAILED       | FAILED
                      |               | "now"          |               | NOT_MODIFIED | FAILED
                      |               | W/"now"        |               | NOT_MODIFIED | FAILED
                      |               | *              |               | NOT_MODIFIED | FAILED
                      |               | "old"          |               | PROCEED      | PROCEED
                      |               | "x" , ,"now"   |               | NOT_MODIFIED | FAILED
                      |               | now            |               | PROCEED      | FAILED
                      |               |                | before        | PROCEED      | PROCEED
                      |               |                | same          | NOT_MODIFIED | PROCEED
                      |               |                | after         | NOT_MODIFIED | PROCEED
                      |               |                | nonsense      | PROCEED      | PROCEED
                      |               |                | same twice    | PROCEED      | PROCEED
          # beside If-None-Match it is not looked at (§13.1.3)
                      |               | "old"          | after         | PROCEED      | PROCEED
                      |               | "now"          | before        | NOT_MODIFIED | FAILED
          # a first condition that fails comes first, one that holds leaves the second to decide
          "old"       |               | "now"          |               | FAILED       | FAILED
          "now"       |               | "now"          |               | NOT_MODIFIED | FAILED
          "now"       |               |                | after         | NOT_MODIFIED | PROCEED
                      | before        |                | after         | FAILED       | FAILED
                      | same          | "old"          | after         | PROCEED      | PROCEED
          """)
  void conditionsAreAskedInTheOrderOfTheRfc(
      @Nullable String ifMatch,
      @Nullable String ifUnmodifiedSince,
      @Nullable String ifNoneMatch,
      @Nullable String ifModifiedSince,
      Outcome get,
      Outcome put) {
    var conditions =
        new Preconditions(
            lines(ifMatch),
            dates(ifUnmodifiedSince),
            lines(ifNoneMatch),
            dates(ifModifiedSince),
            List.of());
    assertEquals(get, conditions.evaluate(true, Optional.of(CURRENT), CLOCK));
    assertEquals(put, conditions.evaluate(false, Optional.of(CURRENT), CLOCK));
  }

  @ParameterizedTest(name = "IM {0} IUS {1} INM {2} IMS {3}: {4}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          *     |        |       |       | FAILED
          "a"   |        |       |       | FAILED
                | before |       |       | PROCEED
                |        | *     |       | PROCEED
                |        | "a"   |       | PROCEED
                |        | a     |       | FAILED
                |        |       | after | PROCEED
          """)
  void aFirstPutHasNothingToMatch(
      @Nullable String ifMatch,
      @Nullable String ifUnmodifiedSince,
      @Nullable String ifNoneMatch,
      @Nullable String ifModifiedSince,
      Outcome put) {
    var conditions =
        new Preconditions(
            lines(ifMatch),
            dates(ifUnmodifiedSince),
            lines(ifNoneMatch),
            dates(ifModifiedSince),
            List.of());
    assertEquals(put, conditions.evaluate(false, Optional.empty(), CLOCK));
  }

  @ParameterizedTest(name = "If-Range [{0}] holds: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
                         | true
          "now"          | true
          W/"now"        | false
          "old"          | false
          "now", "old"   | false
          *              | false
          now            | false
          same           | true
          before         | false
          after          | false
          nonsense       | false
          same twice     | false
          """)
  void aRangeHoldsForTheVeryRepresentation(@Nullable String ifRange, boolean holds) {
    var conditions = new Preconditions(List.of(), List.of(), List.of(), List.of(), dates(ifRange));
    assertEquals(holds, conditions.rangeHolds(CURRENT, CLOCK));
  }

  @Test
  void aDateNamesNothingWhileItsSecondLasts() {
    var conditions = new Preconditions(List.of(), List.of(), List.of(), List.of(), List.of(SAME));
    var within = InstantSource.fixed(MODIFIED.plusMillis(400));
    var after = InstantSource.fixed(MODIFIED.plusMillis(500));
    assertEquals(false, conditions.rangeHolds(CURRENT, within));
    assertEquals(true, conditions.rangeHolds(CURRENT, after));
  }

  @Test
  void aWeakTagOfOursHoldsForNoRange() {
    var weak = new Validators(Optional.of(EntityTag.weak("now")), Optional.empty());
    var byTag = new Preconditions(List.of(), List.of(), List.of(), List.of(), List.of("W/\"now\""));
    assertEquals(false, byTag.rangeHolds(weak, CLOCK));
    var byDate = new Preconditions(List.of(), List.of(), List.of(), List.of(), List.of(SAME));
    assertEquals(false, byDate.rangeHolds(weak, CLOCK));
  }

  private static List<String> lines(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }

  private static List<String> dates(@Nullable String word) {
    return switch (word) {
      case null -> List.of();
      case "before" -> List.of(BEFORE);
      case "same" -> List.of(SAME);
      case "after" -> List.of(AFTER);
      case "before twice" -> List.of(BEFORE, BEFORE);
      case "same twice" -> List.of(SAME, SAME);
      default -> List.of(word);
    };
  }
}
