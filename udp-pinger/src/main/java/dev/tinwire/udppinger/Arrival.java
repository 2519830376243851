package dev.tinwire.udppinger;

/** When and how a packet came. Filled anew for every packet, so that none of them costs memory. */
final class Arrival {
  /** No time to live is known. */
  static final int NO_TTL = -1;

  /** {@link System#nanoTime()} directly after the call that brought the packet. */
  long nanoTime;

  /**
   * When the kernel saw it come, in nanoseconds of the wall clock since 1970; 0 if it did not say.
   */
  long kernel;

  /** The time to live or hop limit it came with, or {@link #NO_TTL}. */
  int ttl = NO_TTL;

  /** How long the packet was, even if more than fitted into the buffer. */
  int length;
}
