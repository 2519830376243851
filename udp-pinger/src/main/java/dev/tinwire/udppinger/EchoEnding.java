package dev.tinwire.udppinger;

/** Somebody who decides when serving ends, and wants to know in between how it goes. */
@FunctionalInterface
interface EchoEnding {
  /**
   * Returns when it is to end.
   *
   * @param listening is run once, when whoever decides can be heard
   * @param asked is run, on any thread, whenever somebody asks
   */
  void await(Runnable listening, Runnable asked) throws InterruptedException;
}
