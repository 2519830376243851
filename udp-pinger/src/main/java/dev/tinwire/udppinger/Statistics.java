package dev.tinwire.udppinger;

/** All figures of one session, or of an interval of it. Memory does not grow with the run. */
final class Statistics {
  /** Neighbours that arrive further apart than so many packets are not compared. */
  private static final int ROOM = 4096;

  private final Counts counts = new Counts();
  private final Moments rtt = new Moments();
  private final Distribution distribution = new Distribution();
  private final Jitter jitter = new Jitter(ROOM);
  private final OneWay oneWay = new OneWay();
  private final Directions directions = new Directions(ROOM);

  void sent() {
    counts.transmitted++;
  }

  void add(Event event) {
    counts.add(event);
    if (event instanceof Event.Answered answered) {
      rtt.add(answered.rttNanos());
      distribution.add(answered.rttNanos());
      jitter.add(answered.number(), answered.rttNanos());
    }
  }

  /** What the reflector said in an intact reply, whatever became of it. */
  void add(Catch caught) {
    if (caught.kind != Catch.Kind.INTACT) return;
    if (caught.implausible) counts.implausible++;
    if (!caught.reflected) return;
    if (directions.add(caught.number, caught.reflectorNumber)) oneWay.add(caught);
  }

  Counts counts() {
    return counts;
  }

  Moments rtt() {
    return rtt;
  }

  Distribution distribution() {
    return distribution;
  }

  Jitter jitter() {
    return jitter;
  }

  OneWay oneWay() {
    return oneWay;
  }

  Directions directions() {
    return directions;
  }
}
