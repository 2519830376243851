package dev.tinwire.wire.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How often values fell into which range, drawn as bars that lie on their side. */
public record Histogram(List<Bucket> buckets) {
  private static final int LEAST_BAR = 10;
  private static final double GREATEST = 1e300;

  /** Values smaller than the greatest by more than this fall into the first bucket. */
  private static final double DECADES = 1e12;

  /** Values from {@code from} to below {@code to}. */
  public record Bucket(double from, double to, long count) {
    public Bucket {
      if (!(from <= to) || count < 0) {
        throw new IllegalArgumentException(from + " to " + to + ": " + count);
      }
    }
  }

  public Histogram {
    buckets = List.copyOf(buckets);
  }

  /**
   * Buckets 1, 2, 5, 10, 20, 50 … as an oscilloscope has them: each decade of delays counts alike.
   * Values of zero and less come into the first.
   */
  public static Histogram logarithmic(double[] values) {
    if (none(values)) return new Histogram(List.of());
    double most = Arrays.stream(values).max().orElseThrow();
    double least = Arrays.stream(values).filter(v -> v > 0 && v > most / DECADES).min().orElse(1);
    double greatest = Math.max(least, most);
    var edges = new ArrayList<Double>();
    for (int exponent = (int) Math.floor(Math.log10(least)); ; exponent++) {
      for (int step : new int[] {1, 2, 5}) {
        double edge = step * Math.pow(10, exponent);
        if (edge <= least) edges.clear();
        edges.add(edge);
        if (edge > greatest) {
          return count(values, edges.stream().mapToDouble(Double::doubleValue).toArray());
        }
      }
    }
  }

  private static boolean none(double[] values) {
    for (double value : values) {
      if (!(Math.abs(value) <= GREATEST)) throw new IllegalArgumentException("value: " + value);
    }
    return values.length == 0;
  }

  /** What is less than the first edge belongs to the first bucket. */
  private static Histogram count(double[] values, double[] edges) {
    long[] counts = new long[edges.length - 1];
    for (double value : values) {
      int at = Arrays.binarySearch(edges, value);
      counts[Math.clamp(at < 0 ? -at - 2 : at, 0, counts.length - 1)]++;
    }
    var buckets = new ArrayList<Bucket>();
    for (int i = 0; i < counts.length; i++) {
      buckets.add(new Bucket(edges[i], edges[i + 1], counts[i]));
    }
    return new Histogram(buckets);
  }

  /** One line a bucket: range and unit, bar, count, share of all. */
  public List<String> lines(String unit, Screen screen) {
    long all = buckets.stream().mapToLong(Bucket::count).sum();
    long most = buckets.stream().mapToLong(Bucket::count).max().orElse(0);
    int decimals = decimals();
    int number = buckets.stream().mapToInt(b -> fixed(b.to(), decimals).length()).max().orElse(0);
    int digits = Long.toString(most).length();
    int around = 2 * number + unit.length() + digits + 16;
    int bar = Math.max(LEAST_BAR, screen.columns() - around - 1);
    return buckets.stream()
        .map(bucket ->
            right(fixed(bucket.from(), decimals), number)
                + " - "
                + right(fixed(bucket.to(), decimals), number)
                + " "
                + unit
                + bar(most == 0 ? 0 : (double) bucket.count() / most, bar, screen)
                + right(Long.toString(bucket.count()), digits)
                + "  "
                + right(Figures.tenths(all == 0 ? 0 : 100.0 * bucket.count() / all), 5)
                + " %")
        .toList();
  }

  private static String bar(double share, int columns, Screen screen) {
    String bar = Bar.of(share, columns, screen);
    return (screen.unicode() ? " │" : " |") + bar + " ".repeat(columns - bar.length()) + " ";
  }

  /** As many decimals as show that the narrowest bucket has a width, at most six. */
  private int decimals() {
    double narrowest =
        buckets.stream().mapToDouble(b -> b.to() - b.from()).filter(w -> w > 0).min().orElse(1);
    int decimals = 0;
    for (double width = narrowest; width < 1 && decimals < 6; width *= 10) decimals++;
    return decimals;
  }

  private static String fixed(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
