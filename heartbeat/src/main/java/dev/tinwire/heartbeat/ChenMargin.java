package dev.tinwire.heartbeat;

/**
 * Chen, Toueg and Aguilera 2002: the next arrival is expected where the last ones point to, plus a
 * constant margin; for comparison.
 */
final class ChenMargin implements Detector {
  private static final int WINDOW = 1000;

  private final double margin;
  private final double[] offsets = new double[WINDOW];
  private long number;
  private int count;
  private double sum;

  /**
   * The rule with a margin of its own.
   *
   * @param margin in periods
   */
  ChenMargin(double margin) {
    this.margin = margin;
  }

  @Override
  public long beat(long arrival, long missed, long period) {
    number += missed + 1;
    int place = count % WINDOW;
    if (count >= WINDOW) sum -= offsets[place];
    offsets[place] = arrival - (double) number * period;
    sum += offsets[place];
    count++;
    double mean = sum / Math.min(count, WINDOW);
    return Math.round(mean + (number + 1 + margin) * period);
  }

  @Override
  public void forgive() {
    number = 0;
    count = 0;
    sum = 0;
  }

  @Override
  public String why() {
    return margin + " periods after the moment at which the last beats let it be expected";
  }
}
