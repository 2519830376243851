package dev.tinwire.udppinger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The figures of a session as lines, in ping's words where ping has them. Pure. */
final class SummaryLines {
  private static final double[] SHARES = {0.5, 0.9, 0.95, 0.99};

  private SummaryLines() {}

  /**
   * All lines.
   *
   * @param elapsed since the session began, in nanoseconds
   */
  static List<String> of(String label, Statistics figures, long elapsed) {
    var lines = new ArrayList<String>();
    lines.add("--- " + label + " ping statistics ---");
    lines.add(counts(figures.counts()) + ", time " + Math.round(elapsed / 1e6) + " ms");
    if (figures.rtt().count() > 0) {
      lines.add(rtt(figures.rtt()));
      lines.add(percentiles(figures.distribution()));
      lines.add(jitter(figures.jitter()));
    }
    oneWay(figures.oneWay(), lines);
    directions(figures, lines);
    remarks(figures.counts(), lines);
    return lines;
  }

  /** One line for an interval of a run. */
  static String interval(String label, Statistics figures, long lengthNanos) {
    String rtt = figures.rtt().count() == 0 ? "" : ", " + rtt(figures.rtt());
    String seconds = Millis.plain(lengthNanos / 1e3);
    return "--- " + label + ", last " + seconds + " s: " + counts(figures.counts()) + rtt;
  }

  static String counts(Counts counts) {
    var line = new StringBuilder();
    line.append(counts.transmitted).append(" packets transmitted, ");
    line.append(counts.received).append(" received");
    if (counts.duplicates > 0) line.append(", +").append(counts.duplicates).append(" duplicates");
    if (counts.corrupted > 0) line.append(", +").append(counts.corrupted).append(" corrupted");
    if (counts.late > 0) line.append(", ").append(counts.late).append(" late");
    if (counts.reordered > 0) line.append(", ").append(counts.reordered).append(" reordered");
    long errors = counts.refused + counts.unsent;
    if (errors > 0) line.append(", +").append(errors).append(" errors");
    return line.append(", ")
        .append(Millis.percent(counts.lossPercent()))
        .append(" packet loss")
        .toString();
  }

  static String rtt(Moments rtt) {
    return "rtt min/avg/max/mdev = "
        + slashed((double) rtt.least(), rtt.mean(), (double) rtt.greatest(), rtt.deviation());
  }

  private static String percentiles(Distribution rtt) {
    double[] values = DoubleStream.of(SHARES).map(rtt::quantile).toArray();
    return "rtt p50/p90/p95/p99 = " + slashed(values);
  }

  private static String jitter(Jitter jitter) {
    String smoothed = "jitter (RFC 3550) = " + Millis.exact(jitter.smoothed()) + " ms";
    Moments ipdv = jitter.differences();
    if (ipdv.count() == 0) return smoothed;
    return smoothed + ", ipdv avg/max = " + slashed(ipdv.mean(), (double) ipdv.greatest());
  }

  private static void oneWay(OneWay oneWay, List<String> lines) {
    if (oneWay.out().count() > 0) {
      if (oneWay.clocksDifferBy() > 0) {
        lines.add(
            "one-way delays cannot be told: the two clocks differ by at least "
                + Millis.exact((double) oneWay.clocksDifferBy())
                + " ms");
      } else {
        lines.add(
            "one-way min/avg/max out = "
                + range(oneWay.out())
                + ", back = "
                + range(oneWay.back()));
      }
      lines.add("reflector held packets min/avg/max = " + range(oneWay.held()));
    }
    if (oneWay.implausible() > 0) {
      lines.add(
          oneWay.implausible()
              + " replies had times of the reflector that cannot be true: left out");
    }
  }

  private static void directions(Statistics figures, List<String> lines) {
    Directions directions = figures.directions();
    if (!directions.any() || figures.counts().lost() == 0) return;
    if (!directions.known()) {
      if (!directions.lostAny()) return; // what came last was the first to be missed
      lines.add("lost on which way cannot be told: the reflector seems not to count by itself");
      return;
    }
    lines.add(
        "lost out "
            + share(directions.lostOut(), directions.sentUntil())
            + ", lost back "
            + share(directions.lostBack(), directions.answeredUntil())
            + ", until the last reply");
  }

  private static String share(long lost, long of) {
    return Millis.percent(of == 0 ? 0 : 100.0 * lost / of) + " (" + lost + " of " + of + ")";
  }

  private static void remarks(Counts counts, List<String> lines) {
    if (counts.transmitted > counts.settled()) {
      long under = counts.transmitted - counts.settled();
      lines.add("still on their way, and among the lost: " + under);
    }
    if (counts.implausible > 0) {
      lines.add(
          counts.implausible
              + " stamps of the kernel could not be true (was the clock set?): left out");
    }
    if (counts.strays > 0) {
      lines.add(counts.strays + " replies came again after the timeout, or too late to be known");
    }
  }

  private static String range(Moments moments) {
    return slashed((double) moments.least(), moments.mean(), (double) moments.greatest());
  }

  private static String slashed(double... nanos) {
    return DoubleStream.of(nanos).mapToObj(Millis::exact).collect(Collectors.joining("/")) + " ms";
  }
}
