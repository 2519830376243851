package dev.tinwire.wire.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A row of values as a row of small bars; a value that is missing is a gap. */
public final class Sparkline {
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final String ASCII = "_.,-~=+#";
  private static final String GAP = " ";

  private Sparkline() {}

  /**
   * At most as wide as {@code columns}: where there are more values, several share a bar, and it
   * shows the greatest of them, since a peak is what one looks for.
   */
  public static String of(List<OptionalDouble> values, int columns, Screen screen) {
    var shown = merge(values, Math.max(1, columns));
    double least = shown.stream().flatMapToDouble(OptionalDouble::stream).min().orElse(0);
    double greatest = shown.stream().flatMapToDouble(OptionalDouble::stream).max().orElse(0);
    String bars = screen.unicode() ? BARS : ASCII;
    var line = new StringBuilder();
    for (var value : shown) {
      line.append(value.isEmpty() ? GAP : bars.charAt(level(value.getAsDouble(), least, greatest)));
    }
    return line.toString();
  }

  /** From 0 to 7. All alike are drawn low: nothing stands out. */
  static int level(double value, double least, double greatest) {
    if (!(greatest > least)) return 0;
    return Math.clamp((int) ((value - least) / (greatest - least) * 8), 0, 7);
  }

  private static List<OptionalDouble> merge(List<OptionalDouble> values, int columns) {
    if (values.size() <= columns) return values;
    var merged = new ArrayList<OptionalDouble>();
    for (int i = 0; i < columns; i++) {
      int from = (int) ((long) i * values.size() / columns);
      int to = (int) ((i + 1L) * values.size() / columns);
      merged.add(values.subList(from, to).stream().flatMapToDouble(OptionalDouble::stream).max());
    }
    return merged;
  }
}
