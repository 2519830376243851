package dev.tinwire.heartbeat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How far apart a sender's beats came, over time, and the line above which it would have been given
 * up: what the detector sees. Pure.
 */
final class IntervalPlot {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 240;
  private static final int LEFT = 60;
  private static final int TOP = 12;
  private static final int WIDE = WIDTH - LEFT - 10;
  private static final int TALL = HEIGHT - TOP - 34;

  private final List<Interval> intervals;
  private final double most;
  private final double seconds;
  private final StringBuilder out = new StringBuilder();

  private IntervalPlot(List<Interval> intervals) {
    this.intervals = intervals;
    this.most = top(intervals);
    Duration span = Duration.between(intervals.getFirst().at(), intervals.getLast().at());
    this.seconds = Math.max(1, span.toMillis() / 1e3);
  }

  static String of(List<Interval> intervals) {
    if (intervals.size() < 2) return "<p class=\"none\">Too few beats yet for a picture.</p>";
    return new IntervalPlot(intervals).draw();
  }

  private static double top(List<Interval> intervals) {
    double most = 1e-3;
    for (Interval interval : intervals) {
      most = Math.max(most, Math.max(seconds(interval.length()), seconds(interval.deadline())));
    }
    return most * 1.1;
  }

  private String draw() {
    out.append(Pictures.svg(WIDTH, HEIGHT, "plot", "intervals between beats, and the deadline"));
    for (int i = 0; i <= 4; i++) {
      int y = TOP + TALL - TALL * i / 4;
      line(i == 0 ? "axis" : "grid", y);
      text(4, y + 4, String.format(Locale.ROOT, "%.2f s", most * i / 4));
    }
    text(LEFT, HEIGHT - 6, Moments.print(intervals.getFirst().at()));
    text(WIDTH - 160, HEIGHT - 6, Moments.print(intervals.getLast().at()));
    for (Interval interval : intervals) dot(interval);
    out.append("<polyline class=\"deadline\" points=\"");
    for (Interval interval : intervals) {
      out.append(x(interval)).append(',').append(y(interval.deadline())).append(' ');
    }
    return out.append("\"/></svg>").toString();
  }

  private void dot(Interval interval) {
    out.append("<circle class=\"beat\" cx=\"").append(x(interval));
    out.append("\" cy=\"").append(y(interval.length())).append("\" r=\"2\"/>");
  }

  private void line(String style, int y) {
    out.append("<line class=\"").append(style).append("\" x1=\"").append(LEFT).append("\" y1=\"");
    out.append(y)
        .append("\" x2=\"")
        .append(LEFT + WIDE)
        .append("\" y2=\"")
        .append(y)
        .append("\"/>");
  }

  private void text(int x, int y, String words) {
    out.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\">");
    out.append(Markup.of(words)).append("</text>");
  }

  private String x(Interval interval) {
    var since = Duration.between(intervals.getFirst().at(), interval.at());
    return Pictures.number(LEFT + WIDE * (since.toMillis() / 1e3) / seconds);
  }

  private String y(Duration length) {
    return Pictures.number(TOP + TALL - TALL * seconds(length) / most);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
