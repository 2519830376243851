package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The default rule, with one setting, on eight ways in which a beat travels. */
final class DetectorTest {
  private static final int DAYS = 10;
  private static final int SEEDS = 3;

  @ParameterizedTest(name = "{0}: at most {1} false downs a day, found after {2} s")
  @CsvSource(
      textBlock =
          """
          LAN,    0.5, 3.4
          GC2S,   0.5, 4
          IID10,  0.5, 9
          GE10,   0.8, 31
          WAN,    0.8, 31
          WAN04,  2.5, 31
          REGIME, 0.6, 6.5
          DRIFT,  0.1, 2.7
          """)
  void oneSettingServesAll(Link link, double falseDowns, double seconds) {
    var trial = Trial.mean(() -> new LongestSilence(Tolerance.DEFAULT), link, DAYS, SEEDS);
    assertTrue(trial.falseDowns() <= falseDowns, trial::toString);
    assertTrue(trial.detection() <= seconds, trial::toString);
  }
}
