package dev.tinwire.heartbeat;

/**
 * When a sender that falls silent is given up: beats in, deadline out. No clock, no socket: all
 * times are nanoseconds of the monitor's monotonic clock, handed in.
 */
interface Detector {
  /**
   * Learns from a beat that is news, and says until when the next one is waited for.
   *
   * @param arrival when it arrived; never before the one before it
   * @param missed how many numbers were left out between the last news and this one
   * @param period what the sender intends between two beats
   * @return the moment at which silence becomes "down"
   */
  long beat(long arrival, long missed, long period);

  /**
   * The silence before the next beat is not the sender's doing (a restart, an announced pause, the
   * monitor's own stall): nothing is to be learned from it.
   */
  void forgive();

  /** Why the deadline is where it is, in words for a person. */
  String why();
}
