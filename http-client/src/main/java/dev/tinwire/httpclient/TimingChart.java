package dev.tinwire.httpclient;

import dev.tinwire.wire.terminal.Figures;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws how long each part of an exchange took, each bar beginning where the one before it ends.
 * Pure.
 *
 * <pre>
 * lookup     1.2 ms  ██
 * connect    0.3 ms    █
 * wait      12.0 ms     ██████████████
 * </pre>
 */
final class TimingChart {
  private static final int NAMES = 9;
  private static final int BAR = 40;

  private TimingChart() {}

  static List<String> of(Hop hop, Screen screen) {
    Timings timings = hop.timings();
    var lines = new ArrayList<String>();
    lines.add(screen.paint(Style.STRONG, hop.request().toString()) + "  " + hop.status());
    long total = Math.max(1, timings.total().toNanos());
    long done = 0;
    for (var phase : timings.phases()) {
      long nanos = phase.duration().toNanos();
      if (nanos > 0) lines.add(line(phase.name(), nanos, done, total, screen));
      done += nanos;
    }
    String reused = timings.reused() ? "  (connection " + hop.connection() + ", reused)" : "";
    lines.add(name("total") + time(total) + reused);
    return lines;
  }

  private static String line(String name, long nanos, long done, long total, Screen screen) {
    int from = (int) (done * BAR / total);
    int to = Math.max(from + 1, (int) Math.ceilDiv((done + nanos) * BAR, total));
    String bar = (screen.unicode() ? "█" : "#").repeat(to - from);
    Style style = name.equals("wait") ? Style.WARN : Style.ACCENT;
    return name(name) + time(nanos) + "  " + " ".repeat(from) + screen.paint(style, bar);
  }

  private static String name(String name) {
    return name + " ".repeat(NAMES - name.length());
  }

  private static String time(long nanos) {
    String text = Figures.tenths(nanos / 1e6);
    return " ".repeat(Math.max(0, 8 - text.length())) + text + " ms";
  }
}
