package dev.tinwire.udppinger;

import java.nio.ByteBuffer;

/**
 * The packets of one session: how a request is written and how a reply is known again. The sending
 * thread writes, the receiving thread reads; a request is a pure function of its number and time,
 * so that it can be written again to compare or to show it. Nothing here allocates.
 */
interface Probes {
  /** Puts down all that is known before the moment of sending. */
  void prepare(ByteBuffer packet, long number);

  /**
   * Puts the time in, as the last thing before sending.
   *
   * @return the packet's length; it begins at octet 0
   */
  int stamp(ByteBuffer packet, long number, long epochNanos);

  /**
   * The lower 32 bits of the number that a reply claims to answer.
   *
   * @return −1 if there is none in it
   */
  long claimed(ByteBuffer reply, int length);

  /**
   * The same of a request of ours, of which somebody on the way returned the first octets.
   *
   * @return −1 if they do not reach that far
   */
  default long quoted(ByteBuffer request, int length) {
    return claimed(request, length);
  }

  /** Whether every octet of the reply that can be foreseen is as it must be. */
  boolean intact(ByteBuffer reply, int length, long number, long epochNanos);

  /** Notes what else the intact reply tells; only STAMP's tell anything. */
  default void read(ByteBuffer reply, Catch into) {}

  /** The same packets, for another thread to write. */
  Probes copy();

  /** What they are called: {@code STAMP}. */
  String name();

  /** How long every packet is; an estimate for those whose length changes with the number. */
  int size();
}
