package dev.tinwire.heartbeat;

import java.util.function.BiConsumer;

/** Lets a detector listen to a recorded run, and says each deadline it sets. */
final class Replay {
  private static final double NANOS = 1e9;

  private Replay() {}

  /**
   * Plays a run. Only numbers that are higher than all before are news; a late or doubled beat
   * moves no deadline.
   *
   * @param period the sender's own, in nanoseconds; 0: it is told from the arrivals
   * @param told is given the number and the deadline in seconds of the run's clock
   */
  static void play(Trace trace, Detector detector, long period, BiConsumer<Long, Double> told) {
    if (trace.arrivals().isEmpty()) return;
    // Nanoseconds since the first arrival: epoch seconds would not fit a double's nanoseconds.
    double start = trace.arrivals().getFirst().arrive();
    var estimate = new Period();
    long news = Long.MIN_VALUE;
    long last = 0;
    for (var line : trace.arrivals()) {
      if (line.number() <= news) continue;
      long arrival = Math.round((line.arrive() - start) * NANOS);
      boolean first = news == Long.MIN_VALUE;
      long missed = first ? 0 : line.number() - news - 1;
      if (!first) estimate.learn(arrival - last, missed);
      long used = period > 0 ? period : estimate.estimate(1_000_000_000);
      long deadline = detector.beat(arrival, missed, used);
      told.accept(line.number(), start + deadline / NANOS);
      news = line.number();
      last = arrival;
    }
  }
}
