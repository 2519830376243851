package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T11:31:30Z"));

  @ParameterizedTest(name = "[{0}] is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sun, 06 Nov 1994 08:49:37 GMT     | 1994-11-06T08:49:37Z
          Sunday, 06-Nov-94 08:49:37 GMT    | 1994-11-06T08:49:37Z
          Sun Nov  6 08:49:37 1994          | 1994-11-06T08:49:37Z
          Sun Nov 06 08:49:37 1994          | 1994-11-06T08:49:37Z
          Wed Nov 16 08:49:37 1994          | 1994-11-16T08:49:37Z
          Thu, 29 Feb 2024 00:00:00 GMT     | 2024-02-29T00:00:00Z
          Tue, 29 Feb 2000 23:59:59 GMT     | 2000-02-29T23:59:59Z
          Sat, 31 Dec 2016 23:59:60 GMT     | 2017-01-01T00:00:00Z
          Fri, 31 Dec 9999 23:59:59 GMT     | 9999-12-31T23:59:59Z
          Sat, 01 Jan 0000 00:00:00 GMT     | 0000-01-01T00:00:00Z
          # the day of the week need not be the right one
          Mon, 06 Nov 1994 08:49:37 GMT     | 1994-11-06T08:49:37Z
          """)
  void threeFormsAreRead(String text, Instant expected) {
    assertEquals(Optional.of(expected), HttpDate.parse(text, CLOCK));
  }

  @ParameterizedTest(name = "in {0} [{1}] is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-20T11:31:30Z | Friday, 20-Nov-76 11:31:30 GMT   | 2076-11-20T11:31:30Z
          2026-11-20T11:31:30Z | Saturday, 20-Nov-76 11:31:31 GMT | 1976-11-20T11:31:31Z
          2026-11-20T11:31:30Z | Thursday, 01-Jan-70 00:00:00 GMT | 2070-01-01T00:00:00Z
          2026-11-20T11:31:30Z | Sunday, 06-Nov-94 08:49:37 GMT   | 1994-11-06T08:49:37Z
          2026-11-20T11:31:30Z | Saturday, 01-Jan-77 00:00:00 GMT | 1977-01-01T00:00:00Z
          2026-11-20T11:31:30Z | Tuesday, 29-Feb-00 00:00:00 GMT  | 2000-02-29T00:00:00Z
          2099-01-01T00:00:00Z | Saturday, 01-Jan-01 00:00:00 GMT | 2101-01-01T00:00:00Z
          2099-01-01T00:00:00Z | Wednesday, 01-Jan-50 00:00:00 GMT| 2050-01-01T00:00:00Z
          1994-11-06T08:49:37Z | Sunday, 06-Nov-94 08:49:37 GMT   | 1994-11-06T08:49:37Z
          2050-01-01T00:00:00Z | Friday, 31-Dec-99 23:59:59 GMT   | 2099-12-31T23:59:59Z
          """)
  void twoDigitsOfAYearAreNeverMoreThanFiftyYearsAhead(Instant now, String text, Instant then) {
    assertEquals(Optional.of(then), HttpDate.parse(text, InstantSource.fixed(now)));
  }

  @ParameterizedTest(name = "[{0}] is no date")
  @ValueSource(
      strings = {
        "",
        "0",
        "-1",
        "1994-11-06T08:49:37Z",
        "Thu, 31 Feb 2019 25:61:00 GMT",
        "Thu, 31 Feb 2019 05:01:00 GMT",
        "Wed, 29 Feb 2023 00:00:00 GMT",
        "Thu, 29 Feb 1900 00:00:00 GMT",
        "Sun, 00 Nov 1994 08:49:37 GMT",
        "Sun, 31 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1994 08:60:00 GMT",
        "Sun, 06 Nov 1994 08:49:60 GMT",
        "Sun, 06 Nov 1994 23:59:61 GMT",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sun,  6 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 94 08:49:37 GMT",
        "Sun 06 Nov 1994 08:49:37 GMT",
        "Sun, 06-Nov-1994 08:49:37 GMT",
        "Sun, 06  Nov  1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 8:49:37 GMT",
        "Sun, 06 Nov 1994 08.49.37 GMT",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 1994 08:49:37 UTC",
        "Sun, 06 Nov 1994 08:49:37 +0000",
        "Sun, 06 Nov 1994 08:49:37 GMT ",
        " Sun, 06 Nov 1994 08:49:37 GMT",
        "SUN, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06 NOV 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 gmt",
        "Son, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06 Okt 1994 08:49:37 GMT",
        "Sun, \u0660\u0666 Nov 1994 08:49:37 GMT",
        "Sun, 06-Nov-94 08:49:37 GMT",
        "Sunday, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 6-Nov-94 08:49:37 GMT",
        "Sunday, 31-Feb-94 08:49:37 GMT",
        "Sun Nov 6 08:49:37 1994",
        "Sun Nov  0 08:49:37 1994",
        "Sun Nov x6 08:49:37 1994",
        "Sun Nov  6 08:49:37 94",
        "Sun Nov  6 08:49:37 1994 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT"
      })
  void whatIsNoDateIsEmpty(String text) {
    assertEquals(Optional.empty(), HttpDate.parse(text, CLOCK));
  }

  @ParameterizedTest(name = "a cache reads [{0}]")
  @ValueSource(
      strings = {
        "THU, 18 Aug 2050 02:01:18 GMT",
        "Thu, 18 AUG 2050 02:01:18 gMT",
        "thursday, 18-aug-50 02:01:18 gmt",
        "thu aug 18 02:01:18 2050"
      })
  void cachesCompareInAnyCaseAndOnlyThey(String text) {
    var expected = Optional.of(Instant.parse("2050-08-18T02:01:18Z"));
    assertEquals(expected, HttpDate.parseInAnyCase(text, CLOCK));
    assertEquals(Optional.empty(), HttpDate.parse(text, CLOCK));
  }

  @Test
  void oneFormIsWritten() {
    var moment = Instant.parse("1994-11-06T08:49:37.999Z");
    assertEquals("Sun, 06 Nov 1994 08:49:37 GMT", HttpDate.print(moment));
  }

  @Test
  void aYearOfFiveDigitsIsNotWritten() {
    var tooLate = Instant.parse("+10000-01-01T00:00:00Z");
    assertThrows(IllegalArgumentException.class, () -> HttpDate.print(tooLate));
    var tooEarly = Instant.parse("-0001-01-01T00:00:00Z");
    assertThrows(IllegalArgumentException.class, () -> HttpDate.print(tooEarly));
  }

  @Property
  void whatIsWrittenIsRead(
      @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long s) {
    var moment = Instant.ofEpochSecond(s);
    assertEquals(Optional.of(moment), HttpDate.parse(HttpDate.print(moment), CLOCK));
  }
}
