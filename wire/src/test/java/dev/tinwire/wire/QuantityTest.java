package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest(name = "{0} is {1} and prints as {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5s                    | PT5S                  | 5s
          500ms                 | PT0.5S                | 500ms
          1.5s                  | PT1.5S                | 1.5s
          1500ms                | PT1.5S                | 1.5s
          250us                 | PT0.00025S            | 250us
          1500ns                | PT0.0000015S          | 1.5us
          1ns                   | PT0.000000001S        | 1ns
          2m                    | PT2M                  | 2m
          90s                   | PT1M30S               | 1m30s
          1h30m                 | PT1H30M               | 1h30m
          1.5h                  | PT1H30M               | 1h30m
          1d                    | PT24H                 | 1d
          1d1ns                 | PT24H0.000000001S     | 1d0.000000001s
          1d2h3m4s5ms6us7ns     | PT26H3M4.005006007S   | 1d2h3m4.005006007s
          0s                    | PT0S                  | 0s
          0d                    | PT0S                  | 0s
          007s                  | PT7S                  | 7s
          9223372036854775807ns | PT2562047H47M16.854775807S | 106751d23h47m16.854775807s
          """)
  void durationsAreReadAndPrinted(String text, Duration duration, String printed) throws Exception {
    assertEquals(duration, Durations.parse(text));
    assertEquals(printed, Durations.print(duration));
  }

  @ParameterizedTest(name = "[{0}] at {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                    | 0 | expected a digit here
          5                     | 1 | needs a unit, such as 5s or 5ms
          0                     | 1 | needs a unit, such as 0s or 0ms
          1m30                  | 4 | needs a unit, such as 1m30s or 1m30ms
          -5s                   | 0 | expected a digit here
          +5s                   | 0 | expected a digit here
          s                     | 0 | expected a digit here
          .5s                   | 0 | expected a digit here
          5.s                   | 2 | expected a digit here
          1,5s                  | 1 | expected a unit here; use d, h, m, s, ms, us or ns
          5 s                   | 1 | expected a unit here; use d, h, m, s, ms, us or ns
          5min                  | 1 | unknown unit; use d, h, m, s, ms, us or ns
          5S                    | 1 | unknown unit; use d, h, m, s, ms, us or ns
          1y                    | 1 | unknown unit; use d, h, m, s, ms, us or ns
          ٥s                    | 0 | expected a digit here
          30m1h                 | 4 | larger units come first, each once
          1s1s                  | 3 | larger units come first, each once
          1.5h30m               | 0 | only the last number may have a fraction
          1.5ns                 | 0 | is not a whole number of nanoseconds
          9223372036854775808ns | 0 | is more than 292 years
          106752d               | 0 | is more than 292 years
          00000000000000000000000000000000000000000s | 0 | has too many digits
          1e9s                  | 1 | unknown unit; use d, h, m, s, ms, us or ns
          PT5S                  | 0 | expected a digit here
          """)
  void badDurationsAreRefusedWhereTheyAreBad(String text, int at, String problem) {
    assertRefused(assertThrows(Malformed.class, () -> Durations.parse(text)), at, problem);
  }

  @Test
  void durationsThatCannotBeTypedCanStillBePrinted() {
    assertEquals("-1m30s", Durations.print(Duration.ofSeconds(-90)));
    assertEquals("106751991167300d15h30m7s", Durations.print(Duration.ofSeconds(Long.MAX_VALUE)));
  }

  @Property
  void everyDurationSurvivesPrinting(@ForAll @LongRange(min = 0) long nanos) throws Exception {
    var duration = Duration.ofNanos(nanos);
    assertEquals(duration, Durations.parse(Durations.print(duration)));
  }

  @ParameterizedTest(name = "{0} is {1} and prints as {2}")
  @CsvSource(
      textBlock =
          """
          0,      0,                   0
          1,      1,                   1
          1000,   1000,                1000
          1024,   1024,                1k
          64k,    65536,               64k
          64K,    65536,               64k
          10M,    10485760,            10M
          10m,    10485760,            10M
          1.5G,   1610612736,          1536M
          0.5k,   512,                 512
          1G,     1073741824,          1G
          2T,     2199023255552,       2T
          8191P,  9222246136947933184, 8191P
          2048P,  2305843009213693952, 2048P
          9223372036854775807, 9223372036854775807, 9223372036854775807
          """)
  void sizesAreReadAndPrinted(String text, long bytes, String printed) throws Exception {
    assertEquals(bytes, Sizes.parse(text));
    assertEquals(printed, Sizes.print(bytes));
  }

  @ParameterizedTest(name = "[{0}] at {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''      | 0 | expected a digit here
          k       | 0 | expected a digit here
          -1      | 0 | expected a digit here
          1..5k   | 2 | expected a digit here
          1 k     | 1 | after the number, use one of k, M, G, T, P (powers of 1024)
          1B      | 1 | after the number, use one of k, M, G, T, P (powers of 1024)
          1MB     | 2 | after the number, use one of k, M, G, T, P (powers of 1024)
          1MiB    | 2 | after the number, use one of k, M, G, T, P (powers of 1024)
          1ĸ      | 1 | after the number, use one of k, M, G, T, P (powers of 1024)
          1.5     | 0 | is not a whole number of bytes
          0.0001k | 0 | is not a whole number of bytes
          8192P   | 0 | is more than 8191P
          """)
  void badSizesAreRefusedWhereTheyAreBad(String text, int at, String problem) {
    assertRefused(assertThrows(Malformed.class, () -> Sizes.parse(text)), at, problem);
  }

  @ParameterizedTest(name = "{0} is about {1}")
  @CsvSource({
    "0, 0 B",
    "1023, 1023 B",
    "1024, 1.0 KiB",
    "1075, 1.0 KiB",
    "1076, 1.1 KiB",
    "102348, 99.9 KiB",
    "102399, 100 KiB",
    "655360, 640 KiB",
    "1048063, 1023 KiB",
    "1048064, 1.0 MiB",
    "1288490189, 1.2 GiB",
    "9223372036854775807, 8192 PiB"
  })
  void sizesForEyesAreRounded(long bytes, String readable) {
    assertEquals(readable, Sizes.readable(bytes));
  }

  @Property
  void everySizeSurvivesPrinting(@ForAll @LongRange(min = 0) long bytes) throws Exception {
    assertEquals(bytes, Sizes.parse(Sizes.print(bytes)));
  }

  private static void assertRefused(Malformed refused, int at, String problem) {
    assertEquals(problem, refused.problem());
    assertEquals(at, refused.at());
  }
}
