package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

final class SilenceHistogramTest {
  private static List<Interval> intervals(long... millis) {
    return LongStream.of(millis)
        .mapToObj(m -> new Interval(Instant.EPOCH, Duration.ofMillis(m), Duration.ofSeconds(3)))
        .toList();
  }

  @Property
  void eachIntervalIsInOneBar(
      @ForAll @Size(min = 1, max = 50) List<@LongRange(min = 0, max = 1L << 40) Long> millis) {
    long[] all = millis.stream().mapToLong(Long::longValue).toArray();
    long least = LongStream.of(all).min().getAsLong() * 1_000_000;
    long most = LongStream.of(all).max().getAsLong() * 1_000_000;
    int sum = 0;
    for (int count : SilenceHistogram.counts(intervals(all), least, most)) sum += count;
    assertEquals(all.length, sum);
  }

  @Example
  void theEndsOfTheRangeAndTheHighestBarAreSaid() {
    String svg = SilenceHistogram.of(intervals(1000, 1000, 1000, 2500));
    assertEquals(2, svg.split("<rect", -1).length - 1);
    assertTrue(svg.contains("most often: 3") && svg.contains("1s<") && svg.contains("2.5s<"), svg);
    assertTrue(SilenceHistogram.of(intervals(1)).contains("Too few"));
  }
}
