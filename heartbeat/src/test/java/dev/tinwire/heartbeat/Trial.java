package dev.tinwire.heartbeat;

import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What a detector makes of a trace.
 *
 * @param falseDowns a day: news that came after its deadline
 * @param detection seconds from a crash just after a beat was sent to the deadline, on average
 */
record Trial(double falseDowns, double detection) {
  private static final long PERIOD = 1_000_000_000;

  /** The mean over several traces of a kind, each with its own seed. */
  static Trial mean(Supplier<Detector> rule, Link link, int days, int seeds) {
    double falseDowns = 0;
    double detection = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      Trial trial = of(rule.get(), link.trace(days, seed));
      falseDowns += trial.falseDowns / seeds;
      detection += trial.detection / seeds;
    }
    return new Trial(falseDowns, detection);
  }

  static Trial of(Detector detector, Link.Trace trace) {
    int[] order = order(trace);
    int news = -1;
    int downs = 0;
    double waited = 0;
    int crashes = 0;
    double deadline = Double.MAX_VALUE;
    for (int i : order) {
      if (i <= news) continue;
      if (trace.arrive[i] > deadline) downs++;
      // A crash after one of the beats that never came is found at the deadline of the last one.
      for (int lost = news + 1; lost < i && news >= 0; lost++) {
        waited += Math.max(0, deadline - trace.send[lost]);
        crashes++;
      }
      long arrival = Math.round(trace.arrive[i] * 1e9);
      deadline = detector.beat(arrival, news < 0 ? 0 : i - news - 1L, PERIOD) / 1e9;
      waited += deadline - trace.send[i];
      crashes++;
      news = i;
    }
    return new Trial(downs / (trace.size() / (double) Link.DAY), waited / crashes);
  }

  /**
   * The beats that arrived, by arrival. They are nearly in order: one is inserted where it belongs.
   */
  private static int[] order(Link.Trace trace) {
    int[] order =
        IntStream.range(0, trace.size()).filter(i -> !Double.isNaN(trace.arrive[i])).toArray();
    for (int i = 1; i < order.length; i++) {
      int moved = order[i];
      int place = i;
      while (place > 0 && trace.arrive[order[place - 1]] > trace.arrive[moved]) {
        order[place] = order[--place];
      }
      order[place] = moved;
    }
    return order;
  }
}
