package dev.tinwire.httpserver;

import java.util.concurrent.locks.LockSupport;

/**
 * Gives way. Virtual threads are never interrupted by each other: one that always finds its next
 * request there already would keep all others from its processor.
 */
final class Courtesy {
  /** Few enough to be over in some milliseconds, and so many that giving way costs nothing. */
  private static final int IN_A_ROW = 256;

  private int turns;

  /** After each request of a connection. */
  void turnTaken() {
    if (++turns % IN_A_ROW == 0) othersFirst();
  }

  /**
   * Lets those who are ready go first. {@code Thread.yield} would not: who was woken by a virtual
   * thread runs before all who were woken by the system, as we are here by its clock.
   */
  static void othersFirst() {
    LockSupport.parkNanos(1);
  }
}
