package dev.tinwire.udppinger;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When packets are to leave. What has come back is asked only where that is the wish. */
sealed interface Schedule {
  /** How long after the planned time of one packet the next is planned, in nanoseconds. */
  long gap();

  /** One packet in every interval, whatever happens to the ones before. */
  record Fixed(long gap) implements Schedule {
    Fixed(Duration interval) {
      this(interval.toNanos());
    }
  }

  /**
   * A Poisson stream: gaps are exponentially distributed about the mean, so that nothing periodic
   * in the network hides (RFC 2330 §11.1.1).
   */
  record Poisson(long mean, RandomGenerator random) implements Schedule {
    /** More than so many means apart they never lie: the tail is cut where it is e^-20. */
    private static final double LONGEST = 20;

    @Override
    public long gap() {
      return (long) (mean * Math.min(LONGEST, -Math.log(1 - random.nextDouble())));
    }
  }

  /**
   * The next as soon as the last was answered, but not sooner than {@code least} after it, and
   * after {@code gap} in any case.
   */
  record Answered(long least, long gap) implements Schedule {}
}
