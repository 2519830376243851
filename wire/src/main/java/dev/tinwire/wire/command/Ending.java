package dev.tinwire.wire.command;

/** Somebody who decides when something that goes on for ever ends. */
@FunctionalInterface
public interface Ending {
  /** Returns when it is to end. */
  void await() throws InterruptedException;

  /**
   * From here on an end can be asked for: to be called before anybody is told that something runs.
   *
   * @param hurry what to leave behind in order if it is to end at once; must not take long
   */
  default void begin(Runnable hurry) {}
}
