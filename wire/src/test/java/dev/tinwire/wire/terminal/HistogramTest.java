package dev.tinwire.wire.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.terminal.Histogram.Bucket;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
  @Test
  void barsInUnicodeAndAscii() {
    var histogram =
        new Histogram(
            List.of(new Bucket(0.1, 0.2, 45), new Bucket(0.2, 0.5, 150), new Bucket(0.5, 1, 5)));
    assertEquals(
        """
        0.1 - 0.2 ms │██████                45   22.5 %
        0.2 - 0.5 ms │████████████████████ 150   75.0 %
        0.5 - 1.0 ms │▋                      5    2.5 %\
        """,
        String.join("\n", histogram.lines("ms", new Screen(true, 48, false, true))));
    assertEquals(
        """
        0.1 - 0.2 ms |######                45   22.5 %
        0.2 - 0.5 ms |#################### 150   75.0 %
        0.5 - 1.0 ms |#                      5    2.5 %\
        """,
        String.join("\n", histogram.lines("ms", new Screen(true, 48, false, false))));
  }

  @ParameterizedTest(name = "{0} are {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1           | 1.0-2.0:1
          3 30        | 2.0-5.0:1 5.0-10.0:0 10.0-20.0:0 20.0-50.0:1
          0.5 0.9     | 0.5-1.0:2
          9 10        | 5.0-10.0:1 10.0-20.0:1
          0 -1 3      | 2.0-5.0:3
          0           | 1.0-2.0:1
          """)
  void oneTwoFive(String values, String buckets) {
    assertEquals(buckets, print(Histogram.logarithmic(parse(values))));
  }

  @Test
  void noValuesAreNoLines() {
    assertEquals(List.of(), Histogram.logarithmic(new double[0]).lines("ms", Screen.PLAIN));
    assertEquals(1, new Histogram(List.of(new Bucket(0, 1, 0))).lines("ms", Screen.PLAIN).size());
  }

  @Test
  void tinyValuesDoNotMakeMoreThanTwelveDecades() {
    var histogram = Histogram.logarithmic(new double[] {1e-200, 1});
    assertEquals(2, count(histogram));
    assertTrue(histogram.buckets().size() <= 12 * 3 + 1, histogram::toString);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1e301})
  void whatCannotBeDrawnIsRefused(double value) {
    double[] values = {1, value};
    assertThrows(IllegalArgumentException.class, () -> Histogram.logarithmic(values));
  }

  @Property
  void everyValueIsCountedOnce(@ForAll List<@DoubleRange(min = -1e6, max = 1e6) Double> list) {
    double[] values = list.stream().mapToDouble(Double::doubleValue).toArray();
    assertEquals(values.length, count(Histogram.logarithmic(values)));
  }

  @Property
  void everyLineFits(@ForAll List<@DoubleRange(min = 0, max = 1e6) Double> list) {
    double[] values = list.stream().mapToDouble(Double::doubleValue).toArray();
    var lines = Histogram.logarithmic(values).lines("ms", new Screen(true, 80, false, true));
    for (String line : lines) assertTrue(line.length() <= 80, line);
  }

  private static long count(Histogram histogram) {
    return histogram.buckets().stream().mapToLong(Bucket::count).sum();
  }

  private static String print(Histogram histogram) {
    return histogram.buckets().stream()
        .map(b -> b.from() + "-" + b.to() + ":" + b.count())
        .collect(Collectors.joining(" "));
  }

  private static double[] parse(String values) {
    return Arrays.stream(values.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
