package dev.tinwire.wire.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest(name = "{0} is {1} to wait, {2} to look back at")
  @CsvSource(
      textBlock =
          """
          PT0S,        0:00,    0.0 s
          PT0.26S,     0:00,    0.3 s
          PT7S,        0:07,    7.0 s
          PT59.99S,    0:59,    60.0 s
          PT1M,        1:00,    1:00
          PT12M34S,    12:34,   12:34
          PT1H2M3S,    1:02:03, 1:02:03
          PT100H,      100:00:00, 100:00:00
          """)
  void times(Duration duration, String clock, String elapsed) {
    assertEquals(clock, Figures.clock(duration));
    assertEquals(elapsed, Figures.elapsed(duration));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0", "0.04, 0.0", "0.05, 0.1", "9.96, 10.0", "-1.25, -1.2", "-0.3, -0.3"})
  void tenths(double value, String shown) {
    assertEquals(shown, Figures.tenths(value));
  }
}
