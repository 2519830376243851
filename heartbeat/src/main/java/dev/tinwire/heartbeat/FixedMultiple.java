package dev.tinwire.heartbeat;

/** So many periods and no more, as BFD and VRRP do it; for comparison. */
final class FixedMultiple implements Detector {
  private final double periods;

  FixedMultiple(double periods) {
    this.periods = periods;
  }

  @Override
  public long beat(long arrival, long missed, long period) {
    return arrival + Math.round(periods * period);
  }

  @Override
  public void forgive() {
    // It learns nothing, so there is nothing to leave out.
  }

  @Override
  public String why() {
    return periods + " periods after each beat, whatever the link does";
  }
}
