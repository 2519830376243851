package dev.tinwire.wire.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.wire.terminal.Rate.Sample;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {
  @ParameterizedTest(name = "{0}: {1} a second")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # seconds:done       | a second
                               |
          0:0                  |
          0:0 0:500            |
          0:0 1:500            | 500
          0:0 1:500 2:500      | 250
          2:100 4:100          | 0
          -1:0 1:10            | 5
          """)
  void overAWindow(String samples, Double perSecond) {
    assertEquals(optional(perSecond), Rate.perSecond(samples(samples)));
  }

  @ParameterizedTest(name = "{0} of {1} at {2} a second: {3} left")
  @CsvSource(
      textBlock =
          """
          # done, total, a second, left
          0,      100,   10,       PT10S
          95,     100,   10,       PT1S
          100,    100,   10,       PT0S
          150,    100,   10,       PT0S
          0,      100,   0,
          100,    100,   0,
          0,      ,      10,
          0,      100,   ,
          0,      9223372036854775807, 1,
          0,      86400, 1,        PT24H
          0,      86401, 1,
          """)
  void timeLeft(long done, Long total, Double perSecond, Duration left) {
    var all = total == null ? OptionalLong.empty() : OptionalLong.of(total);
    assertEquals(Optional.ofNullable(left), Rate.left(done, all, optional(perSecond)));
  }

  private static OptionalDouble optional(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static List<Sample> samples(String text) {
    if (text == null) return List.of();
    return Arrays.stream(text.split(" ", -1))
        .map(pair -> pair.split(":", 2))
        .map(p -> new Sample(Long.parseLong(p[0]) * 1_000_000_000L, Long.parseLong(p[1])))
        .toList();
  }
}
