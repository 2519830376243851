package dev.tinwire.wire.command;

/** Somebody who decides when something that goes on for ever ends. */
@FunctionalInterface
public interface Ending {
  /** Returns when it is to end. */
  void await() throws InterruptedException;
}
