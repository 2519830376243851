package dev.tinwire.heartbeat;

/** The default rule for one sender alone: {@link Silences} has it. */
final class LongestSilence implements Detector {
  private final Silences silences;
  private long last;
  private long period;

  LongestSilence(Tolerance tolerance) {
    silences = new Silences(tolerance);
  }

  @Override
  public long beat(long arrival, long missed, long period) {
    long before = last;
    last = arrival;
    this.period = period;
    return silences.beat(0, before, arrival, missed, period);
  }

  @Override
  public void forgive() {
    silences.forgive(0);
  }

  @Override
  public String why() {
    return period == 0 ? "no beat has come yet" : silences.why(0, last, period);
  }
}
