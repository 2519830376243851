package dev.tinwire.udppinger;

/**
 * Least, greatest, mean and deviation of a stream of values in a few words of memory (Welford's
 * method, which does not lose the deviation of large values as a sum of squares does).
 */
final class Moments {
  private long count;
  private long least = Long.MAX_VALUE;
  private long greatest = Long.MIN_VALUE;
  private double mean;
  private double squares;

  void add(long value) {
    count++;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
    double before = value - mean;
    mean += before / count;
    squares += before * (value - mean);
  }

  long count() {
    return count;
  }

  long least() {
    return least;
  }

  long greatest() {
    return greatest;
  }

  double mean() {
    return mean;
  }

  /** Of all values about their mean (divided by n), as ping's mdev. */
  double deviation() {
    return count == 0 ? 0 : Math.sqrt(squares / count);
  }
}
