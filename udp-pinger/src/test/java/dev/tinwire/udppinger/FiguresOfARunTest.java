package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each figure against its definition, worked out by hand or the long way. */
final class FiguresOfARunTest {
  @Test
  void momentsOfThreeValues() {
    var moments = new Moments();
    for (long value : new long[] {1, 2, 6}) moments.add(value);
    assertEquals(1, moments.least());
    assertEquals(6, moments.greatest());
    assertEquals(3.0, moments.mean());
    assertEquals(Math.sqrt(14 / 3.0), moments.deviation(), 1e-12);
  }

  @Test
  void theDeviationOfLargeValuesIsNotLost() {
    var moments = new Moments();
    for (int i = 0; i < 1000; i++) moments.add(1_000_000_000_000_000L + i % 2);
    assertEquals(0.5, moments.deviation(), 1e-9);
  }

  @Property
  void quantilesOfFewAreExactByNearestRank(
      @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 0, max = 1L << 40) Long> given,
      @ForAll @LongRange(min = 1, max = 100) long percent) {
    var distribution = new Distribution();
    given.forEach(distribution::add);
    long[] sorted = given.stream().mapToLong(Long::longValue).sorted().toArray();
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    assertEquals(sorted[Math.max(1, rank) - 1], distribution.quantile(percent / 100.0));
  }

  @ParameterizedTest
  @CsvSource({"1000", "1000000", "1000000000", "4000000000000"})
  void quantilesOfManyAreRightToAThousandth(long bound) {
    var random = new SplittableRandom(7);
    var distribution = new Distribution();
    long[] values = random.longs(100_000, 0, bound).toArray();
    for (long value : values) distribution.add(value);
    Arrays.sort(values);
    for (double share : new double[] {0.001, 0.25, 0.5, 0.95, 0.999, 1}) {
      long exact = values[(int) Math.ceil(share * values.length) - 1];
      long found = distribution.quantile(share);
      assertTrue(Math.abs(found - exact) <= exact / 1000 + 1, share + ": " + found + " " + exact);
    }
  }

  @Test
  void whatIsLongerThanAnyBucketStaysInTheLast() {
    var distribution = new Distribution();
    for (int i = 0; i < 2 * Distribution.EXACT; i++) distribution.add(Long.MAX_VALUE);
    assertTrue(distribution.quantile(0.5) >= 1L << 41);
  }

  @Test
  void jitterOfRfc3550() {
    var jitter = new Jitter(16);
    jitter.add(0, 100);
    assertEquals(0, jitter.smoothed());
    jitter.add(1, 132);
    assertEquals(2, jitter.smoothed()); // 32 / 16
    jitter.add(2, 132);
    assertEquals(2 - 2 / 16.0, jitter.smoothed());
  }

  /** Over what arrived, in the order of arrival: a lost one between two does not matter. */
  @Test
  void jitterOfRfc3550InArrivalOrder() {
    var jitter = new Jitter(16);
    jitter.add(5, 100);
    jitter.add(3, 260);
    assertEquals(10, jitter.smoothed());
  }

  @Test
  void differencesAreThoseOfNeighboursAlone() {
    var jitter = new Jitter(16);
    jitter.add(0, 100);
    jitter.add(2, 150); // 1 is missing: no neighbour
    assertEquals(0, jitter.differences().count());
    jitter.add(1, 110); // comes late, and has two
    assertEquals(2, jitter.differences().count());
    assertEquals(10, jitter.differences().least());
    assertEquals(40, jitter.differences().greatest());
    assertEquals(25.0, jitter.differences().mean());
  }

  @Test
  void neighboursFromAnotherRoundOfTheWindowAreNone() {
    var jitter = new Jitter(16);
    jitter.add(0, 100);
    jitter.add(17, 150);
    jitter.add(1, 120); // out of the window by now
    assertEquals(0, jitter.differences().count());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what                      | replies: ours/reflector's | out | back | known
          all came                    | 0/0 1/1 2/2               | 0   | 0    | false
          one lost on the way out     | 0/0 2/1                   | 1   | 0    | true
          one lost on the way back    | 0/0 2/2                   | 0   | 1    | false
          one each way                | 0/0 3/2                   | 1   | 1    | true
          doubled on the way back     | 0/0 0/0 2/1               | 1   | 0    | true
          doubled on the way out      | 0/0 0/1 1/2               | 0   | 0    | true
          doubled out, one lost back  | 0/0 0/1 2/3               | 0   | 1    | true
          out of order                | 1/1 0/0 3/2               | 1   | 0    | true
          a reflector that restarted  | 5/0 6/1                   | 5   | 0    | true
          a count that cannot be true | 0/7                       | -7  | 7    | false
          """)
  void onWhichWayPacketsWereLost(String what, String replies, long out, long back, boolean known) {
    var directions = new Directions(16);
    for (String reply : replies.split(" ", -1)) {
      String[] numbers = reply.split("/", -1);
      directions.add(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }
    assertEquals(out, directions.lostOut());
    assertEquals(back, directions.lostBack());
    assertEquals(known, directions.known());
    assertEquals(out + back != 0, directions.lostAny());
  }

  @Test
  void oneWayDelaysNeedTimesThatCanBeTrue() {
    var oneWay = new OneWay();
    oneWay.add(reflected(1000, 1300, 1400, 1600, 600));
    assertEquals(300, oneWay.out().least());
    assertEquals(200, oneWay.back().least());
    assertEquals(100, oneWay.held().least());
    assertEquals(0, oneWay.clocksDifferBy());
    oneWay.add(reflected(1000, 1400, 1300, 1600, 600)); // left before it came
    oneWay.add(reflected(1000, 1300, 2000, 1600, 600)); // kept longer than the whole trip
    assertEquals(2, oneWay.implausible());
    assertEquals(1, oneWay.out().count());
    oneWay.add(reflected(1000, 950, 960, 1600, 600)); // came before it left
    assertEquals(50, oneWay.clocksDifferBy());
  }

  private static Catch reflected(long t1, long t2, long t3, long t4, long rtt) {
    var caught = new Catch().begin(Catch.Kind.INTACT, 0);
    caught.sentEpoch = t1;
    caught.reflectorReceived = t2;
    caught.reflectorSent = t3;
    caught.cameEpoch = t4;
    caught.rttNanos = rtt;
    return caught;
  }

  @Test
  void aRunWithoutPacketsLostNone() {
    assertEquals(0, new Counts().lossPercent());
    assertFalse(new Verdict(Optional.empty(), Optional.empty()).of(List.of(new Statistics())) == 0);
  }
}
