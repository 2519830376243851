package dev.tinwire.udppinger;

/**
 * What became of a packet. Numbers count from 0, as on the wire and in JSON; people are shown them
 * from 1.
 */
sealed interface Event {
  /** Which packet; −1 if that cannot be known. */
  long number();

  /** When by the monotonic clock. */
  long nanoTime();

  /** A packet that came. */
  sealed interface Packet extends Event {
    int length();

    int ttl();
  }

  /** The first intact reply, in time. */
  record Answered(
      long number, long nanoTime, int length, int ttl, long rttNanos, boolean outOfOrder)
      implements Packet {}

  /** Another one, in time. */
  record Duplicate(long number, long nanoTime, int length, int ttl, long rttNanos)
      implements Packet {}

  /**
   * The first intact reply, after the timeout: the packet stays lost.
   *
   * @param byNanos how much after the timeout
   */
  record Late(long number, long nanoTime, int length, int ttl, long rttNanos, long byNanos)
      implements Packet {}

  /** A reply of the right peer with the wrong octets. */
  record Corrupt(long number, long nanoTime, int length, int ttl) implements Packet {}

  /** Intact, but one of many after the timeout, or too old to tell: it counts for nothing. */
  record Stray(long number, long nanoTime, int length, int ttl) implements Packet {}

  /** No reply in time. */
  record Timeout(long number, long nanoTime) implements Event {}

  /**
   * A host said that there will be none.
   *
   * @param from which one, where it was not the peer's; else empty
   * @param givenUp whether it was counted as a timeout before
   */
  record Refused(long number, long nanoTime, String reason, String from, boolean givenUp)
      implements Event {}

  /** It could not even be sent. */
  record Unsent(long number, long nanoTime, String reason) implements Event {}
}
