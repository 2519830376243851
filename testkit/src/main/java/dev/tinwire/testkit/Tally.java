package dev.tinwire.testkit;

/** What a {@link DatagramRelay} did in one direction until now. */
public record Tally(
    long came, long passedOn, long lost, long duplicated, long reordered, long corrupted) {
  static final Tally ZERO = new Tally(0, 0, 0, 0, 0, 0);

  Tally plus(Impairment.Fate fate) {
    if (fate.lost())
      return new Tally(came + 1, passedOn, lost + 1, duplicated, reordered, corrupted);
    return new Tally(
        came + 1,
        passedOn,
        lost,
        duplicated + (fate.twice() ? 1 : 0),
        reordered + (fate.overtaken() ? 1 : 0),
        corrupted + (fate.corrupted() ? 1 : 0));
  }

  Tally plusPassedOn() {
    return new Tally(came, passedOn + 1, lost, duplicated, reordered, corrupted);
  }
}
