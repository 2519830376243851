package dev.tinwire.udppinger;

import dev.tinwire.wire.Visible;
import java.util.ArrayList;
import java.util.List;

/**
 * The picture of a run: for each target the round trips over time, what was lost in red below, and
 * on the right how they are distributed. One file that needs no other; it follows the reader's
 * choice of light and dark.
 */
final class SvgPicture {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 260;
  private static final int LEFT = 70;
  private static final int TOP = 40;
  private static final int PLOT = 640;
  private static final int BARS_AT = LEFT + PLOT + 40;
  private static final int BARS = WIDTH - BARS_AT - 20;
  private static final int TALL = HEIGHT - TOP - 50;
  private static final int BINS = 40;

  private static final String STYLE =
      """
      <style>
      svg { font: 12px system-ui, sans-serif; background: #fff; fill: #222; }
      .axis { stroke: #999; } .grid { stroke: #ddd; } .rtt { stroke: #2563eb; stroke-width: 1.5; }
      .bar { fill: #2563eb; } .lost { stroke: #dc2626; stroke-width: 2; } .title { font-weight: 600; }
      @media (prefers-color-scheme: dark) {
      svg { background: #111; fill: #ddd; } .axis { stroke: #777; } .grid { stroke: #333; }
      .rtt { stroke: #60a5fa; } .bar { fill: #60a5fa; } .lost { stroke: #f87171; } }
      </style>
      """;

  private final List<String> panels = new ArrayList<>();

  /** One more target, below the others. */
  void add(Session session, Course course) {
    var figures = session.statistics();
    String title = session.target().label() + ": " + SummaryLines.counts(figures.counts());
    if (figures.rtt().count() > 0) title += ", " + SummaryLines.rtt(figures.rtt());
    add(title, course, figures.distribution());
  }

  void add(String title, Course course, Distribution distribution) {
    var out = new StringBuilder();
    out.append("<g transform=\"translate(0 ").append(panels.size() * HEIGHT).append(")\">\n");
    out.append(text(LEFT, 24, "title", title));
    double most = most(course);
    frame(out, most, end(course));
    for (var point : course.points()) point(out, point, most, end(course));
    if (distribution.count() > 0) bars(out, distribution, most);
    panels.add(out.append("</g>\n").toString());
  }

  private static long end(Course course) {
    return course.points().stream().mapToLong(Course.Point::at).max().orElse(1);
  }

  /** The top of the scale: the next round number above the slowest. */
  private static double most(Course course) {
    double slowest =
        course.points().stream()
            .filter(point -> point.replies() > 0)
            .mapToLong(Course.Point::greatest)
            .max()
            .orElse(1_000_000);
    double decade = Math.pow(10, Math.floor(Math.log10(Math.max(1, slowest))));
    for (double step : new double[] {1, 1.5, 2, 3, 5, 7.5}) {
      if (slowest <= step * decade) return step * decade;
    }
    return 10 * decade;
  }

  private static void frame(StringBuilder out, double most, long end) {
    for (int i = 0; i <= 4; i++) {
      int y = TOP + TALL - TALL * i / 4;
      out.append(line(i == 0 ? "axis" : "grid", LEFT, y, LEFT + PLOT, y));
      out.append(text(8, y + 4, "", Millis.plain(most * i / 4) + " ms"));
    }
    for (int i = 0; i <= 4; i++) {
      String seconds = Millis.plain(end / 1e3 * i / 4) + " s";
      out.append(text(LEFT + PLOT * i / 4 - 8, TOP + TALL + 34, "", seconds));
    }
  }

  private static void point(StringBuilder out, Course.Point point, double most, long end) {
    double x = LEFT + (double) PLOT * point.at() / Math.max(1, end);
    if (point.replies() > 0) {
      double top = y(point.greatest(), most);
      double bottom = y(point.least(), most);
      out.append(line("rtt", x, top - 1, x, bottom + 1));
    }
    if (point.lost() > 0) out.append(line("lost", x, TOP + TALL + 6, x, TOP + TALL + 16));
  }

  private static double y(long nanos, double most) {
    return TOP + TALL - TALL * nanos / most;
  }

  private static void bars(StringBuilder out, Distribution distribution, double most) {
    long[] bins = new long[BINS];
    for (long value : distribution.sample(4000)) {
      bins[Math.clamp((int) (value / most * BINS), 0, BINS - 1)]++;
    }
    long fullest = 1;
    for (long bin : bins) fullest = Math.max(fullest, bin);
    double tall = (double) TALL / BINS;
    for (int i = 0; i < BINS; i++) {
      if (bins[i] == 0) continue;
      out.append("<rect class=\"bar\" x=\"").append(BARS_AT);
      out.append("\" y=\"").append(number(TOP + TALL - tall * (i + 1)));
      out.append("\" width=\"").append(number((double) BARS * bins[i] / fullest));
      out.append("\" height=\"").append(number(tall * 0.9)).append("\"/>\n");
    }
    out.append(line("axis", BARS_AT, TOP, BARS_AT, TOP + TALL));
  }

  private static String line(String style, double x1, double y1, double x2, double y2) {
    return "<line class=\""
        + style
        + "\" x1=\""
        + number(x1)
        + "\" y1=\""
        + number(y1)
        + "\" x2=\""
        + number(x2)
        + "\" y2=\""
        + number(y2)
        + "\"/>\n";
  }

  private static String text(int x, int y, String style, String words) {
    String safe = Visible.of(words).replace("&", "&amp;").replace("<", "&lt;");
    String marked = style.isEmpty() ? "" : " class=\"" + style + "\"";
    return "<text x=\"" + x + "\" y=\"" + y + "\"" + marked + ">" + safe + "</text>\n";
  }

  private static String number(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : tenths / 10 + "." + Math.abs(tenths % 10);
  }

  String print() {
    int height = Math.max(1, panels.size()) * HEIGHT;
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
        + WIDTH
        + "\" height=\""
        + height
        + "\" viewBox=\"0 0 "
        + WIDTH
        + " "
        + height
        + "\">\n"
        + STYLE
        + String.join("", panels)
        + "</svg>\n";
  }
}
