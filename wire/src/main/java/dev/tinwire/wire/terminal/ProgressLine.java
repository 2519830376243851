package dev.tinwire.wire.terminal;

import dev.tinwire.wire.Visible;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One moment of a {@link Progress}, and how it looks. Pure.
 *
 * <pre>
 * disk.iso   42 %  ████▎       4.2 MiB of 10.0 MiB  1.1 MiB/s  0:05 left
 * disk.iso  10.0 MiB in 9.2 s (1.1 MiB/s)
 * </pre>
 */
record ProgressLine(
    String label,
    Progress.Unit unit,
    long done,
    OptionalLong total,
    OptionalDouble perSecond,
    Duration elapsed) {
  private static final String BETWEEN = "  ";
  private static final int WIDEST_BAR = 20;
  private static final int LEAST_BAR = 5;

  /** The line while it goes on, cut to fit. */
  String running(Screen screen) {
    // One column stays free: writing the last one makes some terminals wrap.
    int columns = screen.live() ? screen.columns() - 1 : Integer.MAX_VALUE;
    String name = DisplayWidth.cut(Visible.of(label), columns / 2, screen.ellipsis());
    String start = name + BETWEEN + share().map(share -> percent(share) + BETWEEN).orElse("");
    String end =
        Stream.of(Optional.of(amount()), rate(), left())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(BETWEEN));
    int room = columns - DisplayWidth.of(start) - end.length() - BETWEEN.length();
    String bar = share().map(share -> bar(share, room, screen)).orElse("");
    return DisplayWidth.cut(start + bar + end, columns, screen.ellipsis());
  }

  /** The line when it is over. */
  String summary() {
    double seconds = elapsed.toNanos() / 1e9;
    String rate = seconds > 0 ? " (" + unit.rate(done / seconds) + ")" : "";
    return Visible.of(label) + BETWEEN + amount() + " in " + Figures.elapsed(elapsed) + rate;
  }

  /** From 0 to 1; a total of nothing is done from the start, more than the total is just done. */
  private Optional<Double> share() {
    if (total.isEmpty()) return Optional.empty();
    long all = total.getAsLong();
    return Optional.of(all <= 0 ? 1 : Math.clamp((double) done / all, 0, 1));
  }

  private String amount() {
    if (total.isEmpty() || total.getAsLong() == done) return unit.print(done);
    return unit.print(done) + " of " + unit.print(total.getAsLong());
  }

  private Optional<String> rate() {
    if (perSecond.isEmpty()) return Optional.empty();
    return Optional.of(unit.rate(perSecond.getAsDouble()));
  }

  private Optional<String> left() {
    return Rate.left(done, total, perSecond).map(left -> Figures.clock(left) + " left");
  }

  private static String percent(double share) {
    String percent = Integer.toString((int) (share * 100));
    return " ".repeat(3 - percent.length()) + percent + " %";
  }

  /** The bar takes the room that is left, and none where that is too little to tell anything. */
  private static String bar(double share, int room, Screen screen) {
    if (room < LEAST_BAR) return "";
    int columns = Math.min(WIDEST_BAR, room);
    String bar = Bar.of(share, columns, screen);
    return bar + DisplayWidth.gap(bar, columns) + BETWEEN;
  }
}
