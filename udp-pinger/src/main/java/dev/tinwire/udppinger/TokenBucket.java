package dev.tinwire.udppinger;

/**
 * Lets so many through a second, and a second's worth at once. Kept as one number, the time up to
 * which all tokens are spent (the "theoretical arrival time" of ITU-T I.371); so it costs nothing
 * while nobody asks. Belongs to one thread.
 */
final class TokenBucket {
  private static final long SECOND = 1_000_000_000L;

  private final long interval;
  private long spentUntil;

  /**
   * Full at first.
   *
   * @param perSecond 0 lets everything through
   */
  TokenBucket(int perSecond, long now) {
    interval = perSecond == 0 ? 0 : Math.max(1, SECOND / perSecond);
    spentUntil = now;
  }

  /** Takes a token, if there is one. */
  boolean take(long now) {
    if (interval == 0) return true;
    long ahead = Math.max(0, spentUntil - now);
    if (ahead + interval > SECOND) return false;
    spentUntil = now + ahead + interval;
    return true;
  }
}
