package dev.tinwire.udppinger;

import java.util.ArrayList;
import java.util.List;

/**
 * Round trips over time for a picture, in memory that does not grow: when there are too many
 * points, two neighbours become one that keeps their extremes.
 */
final class Course {
  /** More cannot be told apart in a picture. */
  static final int MOST = 2048;

  /**
   * What happened in a stretch of time.
   *
   * @param at its middle, since the begin
   * @param least and greatest round trip; nothing if there was none
   */
  record Point(long at, long replies, long least, long greatest, long lost) {
    private Point join(Point other) {
      long all = replies + other.replies;
      return new Point(
          (at + other.at) / 2,
          all,
          Math.min(least, other.least),
          Math.max(greatest, other.greatest),
          lost + other.lost);
    }
  }

  private final List<Point> points = new ArrayList<>();
  private Point open = NOTHING;
  private int share = 1;
  private int taken;

  private static final Point NOTHING = new Point(0, 0, Long.MAX_VALUE, Long.MIN_VALUE, 0);

  void replied(long at, long rttNanos) {
    add(new Point(at, 1, rttNanos, rttNanos, 0));
  }

  void lost(long at) {
    add(new Point(at, 0, Long.MAX_VALUE, Long.MIN_VALUE, 1));
  }

  private void add(Point point) {
    open = taken == 0 ? point : open.join(point);
    if (++taken < share) return;
    points.add(open);
    taken = 0;
    if (points.size() == MOST) halve();
  }

  private void halve() {
    for (int i = 0; i < MOST / 2; i++) points.set(i, points.get(2 * i).join(points.get(2 * i + 1)));
    points.subList(MOST / 2, MOST).clear();
    share *= 2;
  }

  /** In the order of time. */
  List<Point> points() {
    var all = new ArrayList<>(points);
    if (taken > 0) all.add(open);
    return all;
  }
}
