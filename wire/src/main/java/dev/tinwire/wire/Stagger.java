package dev.tinwire.wire;

import java.time.Duration;

/**
 * What Happy Eyeballs does next (RFC 8305 §5). Pure: told how things stand, it says start, wait or
 * give up.
 */
sealed interface Stagger {
  /** The Connection Attempt Delay that RFC 8305 §8 recommends. */
  Duration DELAY = Duration.ofMillis(250);

  /** Start the next attempt now. */
  record Start() implements Stagger {}

  /** Wait for an attempt to end, at most that long. */
  record Wait(Duration atMost) implements Stagger {}

  /** Wait for an attempt to end; there is nothing else to start. */
  record WaitForAny() implements Stagger {}

  /** All were tried and all failed. */
  record GiveUp() implements Stagger {}

  /**
   * Decides.
   *
   * @param untried how many addresses are left
   * @param running how many attempts have not ended
   * @param lastFailed whether an attempt failed after the last one was started: then there is
   *     nothing to wait for
   * @param sinceLast how long ago the last one was started
   * @param delay how long an attempt has before the next one starts beside it
   */
  static Stagger next(
      int untried, int running, boolean lastFailed, Duration sinceLast, Duration delay) {
    if (untried == 0) return running == 0 ? new GiveUp() : new WaitForAny();
    if (running == 0 || lastFailed || sinceLast.compareTo(delay) >= 0) return new Start();
    return new Wait(delay.minus(sinceLast));
  }
}
