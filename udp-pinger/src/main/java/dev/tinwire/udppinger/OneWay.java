package dev.tinwire.udppinger;

/**
 * The delay of each direction by itself, from the reflector's times. They compare two clocks, so
 * they mean something only while both are right; what cannot be true is left out and counted.
 */
final class OneWay {
  private final Moments out = new Moments();
  private final Moments back = new Moments();
  private final Moments held = new Moments();
  private long implausible;

  /** One reply, whose reflector said when the request came (T2) and its answer left (T3). */
  void add(Catch reply) {
    long processing = reply.reflectorSent - reply.reflectorReceived;
    if (processing < 0 || processing > reply.rttNanos) {
      implausible++;
      return;
    }
    held.add(processing);
    out.add(reply.reflectorReceived - reply.sentEpoch);
    back.add(reply.cameEpoch - reply.reflectorSent);
  }

  Moments out() {
    return out;
  }

  Moments back() {
    return back;
  }

  /** How long the reflector kept the packets. */
  Moments held() {
    return held;
  }

  /** So many replies had times that contradict each other. */
  long implausible() {
    return implausible;
  }

  /** By how much the two clocks differ at least, seen from packets that came before they left. */
  long clocksDifferBy() {
    if (out.count() == 0) return 0;
    return Math.max(0, -Math.min(out.least(), back.least()));
  }
}
