package dev.tinwire.smtpclient;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a "not now" is taken to mean. Servers that put strangers off let them in after minutes
 * (RFC 6647 §4), so this grows faster than it would for a server that is merely busy.
 */
final class Backoff {
  static final Duration FIRST = Duration.ofSeconds(5);
  static final Duration MOST = Duration.ofMinutes(10);

  private Backoff() {}

  /**
   * Three times as long each time, a part of it by chance, so that many do not return as one.
   *
   * @param tries how many there were
   */
  static Duration after(int tries, RandomGenerator dice) {
    long most = FIRST.toMillis();
    for (int i = 1; i < tries && most < MOST.toMillis(); i++) most *= 3;
    most = Math.min(most, MOST.toMillis());
    return Duration.ofMillis(most / 2 + dice.nextLong(most / 2 + 1));
  }
}
