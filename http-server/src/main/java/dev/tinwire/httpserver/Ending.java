package dev.tinwire.httpserver;

/** Somebody who decides when serving ends. */
@FunctionalInterface
interface Ending {
  /** Returns when it is to end. */
  void await() throws InterruptedException;
}
