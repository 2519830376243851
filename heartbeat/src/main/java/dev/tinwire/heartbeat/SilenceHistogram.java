package dev.tinwire.heartbeat;

import java.time.Duration;
import java.util.List;

/** How often beats came how far apart: what the jitter sums up in one number. Pure. */
final class SilenceHistogram {
  static final int BINS = 38;
  private static final int WIDTH = 760;
  private static final int HEIGHT = 140;
  private static final int TOP = 14;
  private static final int TALL = HEIGHT - TOP - 20;
  private static final double BIN = (double) WIDTH / BINS;

  private SilenceHistogram() {}

  static String of(List<Interval> intervals) {
    if (intervals.size() < 2) return "<p class=\"none\">Too few beats yet for a picture.</p>";
    long least = Long.MAX_VALUE;
    long most = 0;
    for (Interval interval : intervals) {
      least = Math.min(least, interval.length().toNanos());
      most = Math.max(most, interval.length().toNanos());
    }
    return draw(counts(intervals, least, most), least, most);
  }

  /** How many fall into each of equal parts of the range. */
  static int[] counts(List<Interval> intervals, long least, long most) {
    var counts = new int[BINS];
    for (Interval interval : intervals) {
      double share = (interval.length().toNanos() - least) / (double) Math.max(1, most - least);
      counts[(int) Math.min(BINS - 1.0, share * BINS)]++;
    }
    return counts;
  }

  private static String draw(int[] counts, long least, long most) {
    int highest = 1;
    for (int count : counts) highest = Math.max(highest, count);
    var out = new StringBuilder(Pictures.svg(WIDTH, HEIGHT, "plot", "how far apart beats came"));
    for (int i = 0; i < BINS; i++) {
      if (counts[i] > 0) bar(out, i, (double) TALL * counts[i] / highest);
    }
    text(out, 0, TOP - 3, "most often: " + highest);
    text(out, 0, HEIGHT - 4, Moments.span(Duration.ofNanos(least)));
    text(out, WIDTH - 60, HEIGHT - 4, Moments.span(Duration.ofNanos(most)));
    return out.append("</svg>").toString();
  }

  private static void bar(StringBuilder out, int bin, double height) {
    out.append("<rect class=\"beat\" x=\"").append(Pictures.number(bin * BIN));
    out.append("\" y=\"").append(Pictures.number(TOP + TALL - height));
    out.append("\" width=\"").append(Pictures.number(BIN - 2));
    out.append("\" height=\"").append(Pictures.number(height)).append("\"/>");
  }

  private static void text(StringBuilder out, int x, int y, String words) {
    out.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\">");
    out.append(Markup.of(words)).append("</text>");
  }
}
