package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.udppinger.Simulation.Fate;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Over many datagrams, what was asked for is what comes. */
final class SimulationTest {
  private static final int COUNT = 200_000;

  /** How many standard deviations hold 99.9 % of a normal distribution. */
  private static final double Z = 3.2905;

  private static final Simulation BAD =
      new Simulation(
          new Share(0.3),
          Duration.ofMillis(20),
          Duration.ofMillis(5),
          new Share(0.01),
          new Share(0.02),
          new Share(0.001),
          42);

  private static final List<Fate> FATES = fates(BAD);

  private static List<Fate> fates(Simulation simulation) {
    return LongStream.range(0, COUNT).mapToObj(simulation::fate).toList();
  }

  @Test
  void sharesLieWithinTheIntervalOf999PerMille() {
    share("loss", 0.3, Fate::lost);
    share("duplication", 0.01, Fate::twice);
    share("reordering", 0.02, Fate::overtaken);
    share("corruption", 0.001, Fate::corrupted);
  }

  private static void share(String what, double asked, Predicate<Fate> which) {
    double found = FATES.stream().filter(which).count() / (double) COUNT;
    double deviation = Math.sqrt(asked * (1 - asked) / COUNT);
    assertTrue(Math.abs(found - asked) <= Z * deviation, what + " of " + found);
  }

  @Test
  void theDelayIsNeverLessThanAskedForAndItsMeanWithinTheInterval() {
    double least = FATES.stream().mapToLong(Fate::delayNanos).min().orElseThrow();
    double most = FATES.stream().mapToLong(Fate::delayNanos).max().orElseThrow();
    double mean = FATES.stream().mapToLong(Fate::delayNanos).average().orElseThrow();
    double deviation = 5e6 / Math.sqrt(12) / Math.sqrt(COUNT); // of a mean of uniform values
    assertTrue(least >= 20e6, "least " + least);
    assertTrue(most <= 25e6, "most " + most);
    assertTrue(Math.abs(mean - 22.5e6) <= Z * deviation, "mean " + mean);
  }

  @Test
  void everyBitIsAsLikely() {
    long upper = FATES.stream().filter(fate -> fate.bit() % 8 >= 4).count();
    assertTrue(Math.abs(upper / (double) COUNT - 0.5) <= Z * 0.5 / Math.sqrt(COUNT));
  }

  /** Losses in a row would be a burst that nobody asked for. */
  @Test
  void whatHappensToOneSaysNothingOfTheNext() {
    long both =
        LongStream.range(1, COUNT)
            .filter(i -> FATES.get((int) i).lost() && FATES.get((int) i - 1).lost())
            .count();
    double deviation = Math.sqrt(0.09 * 0.91 / COUNT);
    // Neighbouring pairs overlap, which widens the interval by less than a half.
    assertTrue(Math.abs(both / (double) COUNT - 0.09) <= 1.5 * Z * deviation, both + " in a row");
  }

  @Test
  void theSameSeedGivesTheSamePatternAndAnotherAnother() {
    assertEquals(FATES, fates(BAD));
    var other =
        new Simulation(
            BAD.loss(),
            BAD.delay(),
            BAD.jitter(),
            BAD.duplication(),
            BAD.reordering(),
            BAD.corruption(),
            43);
    assertNotEquals(FATES, fates(other));
  }

  @Test
  void askingForOneThingChangesNoOther() {
    var more =
        new Simulation(
            new Share(0.6),
            BAD.delay(),
            BAD.jitter(),
            BAD.duplication(),
            BAD.reordering(),
            BAD.corruption(),
            42);
    for (int i = 0; i < 1000; i++) {
      Fate less = BAD.fate(i);
      assertEquals(less.twice(), more.fate(i).twice());
      assertEquals(less.delayNanos(), more.fate(i).delayNanos());
      assertTrue(!less.lost() || more.fate(i).lost());
    }
  }

  /** The pattern is part of what a class shares: it must not change from release to release. */
  @Test
  void theFirstFatesOfASeedStayWhatTheyAre() {
    var textbook =
        new Simulation(
            new Share(0.3), Duration.ZERO, Duration.ZERO, Share.NONE, Share.NONE, Share.NONE, 7);
    var pattern = new StringBuilder();
    for (int i = 0; i < 20; i++) pattern.append(textbook.fate(i).lost() ? 'x' : '.');
    assertEquals(".x.xx.xx.x...xxx....", pattern.toString());
  }

  @Test
  void itIsSaidAsItWasAsked() {
    assertEquals(
        "loss 30%, delay 20ms + 0..5ms, duplication 1%, reordering 2%, corruption 0.1%, seed 42",
        BAD.toString());
    assertTrue(Simulation.NONE.isNone());
    assertEquals(Fate.NONE.lost(), Simulation.NONE.fate(5).lost());
  }
}
