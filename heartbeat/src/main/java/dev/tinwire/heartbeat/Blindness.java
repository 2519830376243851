package dev.tinwire.heartbeat;

/**
 * Whether so many turned late together that it must be us, or what lies between us and all of them.
 * Then no one is called down; it is said once, and looked at again when they are back.
 */
final class Blindness {
  private static final int LEAST = 3;

  private final long longest;
  private boolean blind;
  private long since;

  Blindness(long longest) {
    this.longest = longest;
  }

  boolean isBlind() {
    return blind;
  }

  /**
   * Looks again.
   *
   * @param watched senders that are up or late
   * @param late those of them that are late
   * @param together those of them that turned late within their last period
   * @return whether it changed
   */
  boolean look(int watched, int late, int together, long now) {
    int many = Math.max(LEAST, (watched + 1) / 2);
    if (blind) {
      blind = late >= many && now - since < longest;
      return !blind;
    }
    // Who was held for as long as may be is judged then, and must not blind us again.
    blind = together >= many;
    if (blind) since = now;
    return blind;
  }
}
