package dev.tinwire.heartbeat;

/**
 * How long to let beats gather before they are taken. To be woken costs more than to take a beat:
 * where thousands come in a second, it is cheaper to look every two milliseconds than to be called
 * for each. Those two are all that an arrival may be misjudged by.
 */
final class Gathering {
  /** Below it, being called is as good. */
  private static final double MANY = 5_000;

  private static final long LONGEST = 2_000_000;
  private static final double SECOND = 1e9;

  /** What the kernel counts for a small datagram in a buffer, of which it grants twice as much. */
  private static final int DATAGRAM = 416;

  /** So much of the buffer may fill meanwhile: the rest is for a rush, or for a stall of ours. */
  private static final int PART = 8;

  private Gathering() {}

  /**
   * In nanoseconds; 0: wait to be called.
   *
   * @param perSecond how many datagrams came in the last second
   * @param buffer octets that the kernel granted
   */
  static long pause(double perSecond, int buffer) {
    if (perSecond < MANY) return 0;
    double fit = (double) buffer / DATAGRAM / PART;
    return Math.min(LONGEST, (long) (fit / perSecond * SECOND));
  }
}
