package dev.tinwire.heartbeat;

/**
 * Phi-accrual detection (Hayashibara 2004) in the three forms that are in use, for comparison: a
 * sender is down when its silence is as unlikely as 10 to the power of -phi.
 */
final class PhiAccrual implements Detector {
  private final Form form;
  private final double threshold;
  private final double quantile;
  private final double[] intervals = new double[1000];
  private int count;
  private double sum;
  private double squares;
  private long last = Long.MIN_VALUE;
  private long deadline = Long.MAX_VALUE;
  private boolean forgiven;

  /** How the distribution of silences is thought of. */
  enum Form {
    /** Normal, as the paper has it. */
    PAPER,
    /** Normal with a smallest deviation and an accepted pause; a wrong suspicion is not learned. */
    AKKA,
    /** Exponential. */
    CASSANDRA
  }

  PhiAccrual(Form form, double threshold) {
    this.form = form;
    this.threshold = threshold;
    quantile = quantile(threshold);
  }

  @Override
  public long beat(long arrival, long missed, long period) {
    boolean suspected = form == Form.AKKA && arrival > deadline;
    if (last != Long.MIN_VALUE && !suspected && !forgiven) learn((double) (arrival - last));
    forgiven = false;
    last = arrival;
    deadline = arrival + Math.round(patience(period));
    return deadline;
  }

  private void learn(double interval) {
    int place = count % intervals.length;
    if (count >= intervals.length) {
      sum -= intervals[place];
      squares -= intervals[place] * intervals[place];
    }
    intervals[place] = interval;
    sum += interval;
    squares += interval * interval;
    count++;
  }

  private double patience(long period) {
    int known = Math.min(count, intervals.length);
    double mean = known == 0 ? period : sum / known;
    double deviation =
        known < 2 ? period / 4.0 : Math.sqrt(Math.max(0, squares / known - mean * mean));
    return switch (form) {
      case PAPER -> mean + quantile * Math.max(deviation, period / 1000.0);
      case AKKA -> mean + 3.0 * period + quantile * Math.max(deviation, period / 10.0);
      case CASSANDRA -> mean * threshold * Math.log(10);
    };
  }

  /**
   * Where the normal distribution leaves 10^-phi to the right; the logistic form that Akka uses.
   */
  private static double quantile(double threshold) {
    double low = 0;
    double high = 40;
    for (int i = 0; i < 60; i++) {
      double y = (low + high) / 2;
      double e = Math.exp(-y * (1.5976 + 0.070566 * y * y));
      if (-Math.log10(e / (1 + e)) < threshold) low = y;
      else high = y;
    }
    return high;
  }

  @Override
  public void forgive() {
    forgiven = true;
  }

  @Override
  public String why() {
    return "silence less likely than 10^-" + threshold + ", thought to be distributed as " + form;
  }
}
