package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said after a run in which nothing came back, and that nothing is said after others. */
final class AdviceTest {
  @ParameterizedTest(
      name =
          "{0} received, {1} late, {2} corrupt, {3} refused, {4} unsent, {5} timeouts, {6}"
              + " unreachable: {7}")
  @CsvSource({
    "1, 0, 0, 0, 0, 0, 0, \''",
    "0, 1, 0, 0, 0, 1, 0, \''",
    "1, 0, 1, 1, 1, 1, 0, \''",
    "0, 0, 1, 0, 0, 1, 0, \'h answers, but'",
    "0, 0, 0, 1, 0, 1, 0, \'nobody listens at h:'",
    "0, 0, 0, 0, 1, 0, 0, \''",
    "0, 0, 0, 0, 0, 0, 0, \''",
    "0, 0, 0, 0, 0, 3, 0, \'nothing came from h:'",
  })
  void whatToTry(
      int received,
      int late,
      int corrupt,
      int refused,
      int unsent,
      int timeouts,
      int unreachable,
      String begins) {
    var counts = new Counts();
    counts.received = received;
    counts.late = late;
    counts.corrupted = corrupt;
    counts.refused = refused;
    counts.unsent = unsent;
    counts.timeouts = timeouts;
    counts.unreachable = unreachable;
    String advice = Advice.of("h", counts).orElse("");
    assertEquals(begins, advice.substring(0, Math.min(begins.length(), advice.length())));
    assertEquals(begins.isEmpty(), advice.isEmpty());
  }
}
