package dev.tinwire.wire.terminal;

import dev.tinwire.wire.Visible;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** One moment of a {@link Progress}, and how it looks. Pure. */
record ProgressLine(
    String label,
    Progress.Unit unit,
    long done,
    OptionalLong total,
    OptionalDouble perSecond,
    Duration elapsed) {
  private static final int BAR = 20;
  private static final int LEAST_LABEL = 8;

  /** {@code disk.iso 42 % █████▍ 4.2 MiB of 10.0 MiB 1.1 MiB/s 0:05 left}, cut to fit. */
  String running(Screen screen) {
    var line = new StringBuilder();
    share().ifPresent(share -> line.append(percent(share)).append("  ").append(bar(share, screen)));
    line.append(line.isEmpty() ? "" : "  ").append(amount());
    perSecond.ifPresent(rate -> line.append("  ").append(unit.rate(rate)));
    left().ifPresent(left -> line.append("  ").append(Figures.clock(left)).append(" left"));
    int room = screen.live() ? screen.columns() - line.length() - 3 : Integer.MAX_VALUE;
    String name =
        DisplayWidth.cut(Visible.of(label), Math.max(LEAST_LABEL, room), screen.ellipsis());
    // One column stays free: writing the last one makes some terminals wrap.
    return DisplayWidth.cut(name + "  " + line, lastColumn(screen), screen.ellipsis());
  }

  /** {@code disk.iso 10.0 MiB in 4.2 s (2.4 MiB/s)}. */
  String summary() {
    double seconds = elapsed.toNanos() / 1e9;
    String rate = seconds > 0 ? " (" + unit.rate(done / seconds) + ")" : "";
    return Visible.of(label) + "  " + amount() + " in " + Figures.elapsed(elapsed) + rate;
  }

  private static int lastColumn(Screen screen) {
    return screen.live() ? screen.columns() - 1 : Integer.MAX_VALUE;
  }

  private Optional<Duration> left() {
    return Rate.left(done, total, perSecond);
  }

  /** From 0 to 1; a total of nothing is done from the start, more than the total is just done. */
  private OptionalDouble share() {
    if (total.isEmpty()) return OptionalDouble.empty();
    long all = total.getAsLong();
    return OptionalDouble.of(all <= 0 ? 1 : Math.clamp((double) done / all, 0, 1));
  }

  private String amount() {
    if (total.isEmpty() || total.getAsLong() == done) return unit.print(done);
    return unit.print(done) + " of " + unit.print(total.getAsLong());
  }

  private static String percent(double share) {
    String percent = Integer.toString((int) (share * 100));
    return " ".repeat(3 - percent.length()) + percent + " %";
  }

  private static String bar(double share, Screen screen) {
    return Bar.of(share, BAR, screen) + " ".repeat(BAR - Bar.of(share, BAR, screen).length());
  }
}
