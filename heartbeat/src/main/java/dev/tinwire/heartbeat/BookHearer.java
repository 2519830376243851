package dev.tinwire.heartbeat;

/** Whoever is told what the books make of the beats. Called in between, so it must be quick. */
interface BookHearer {
  /**
   * A beat was news.
   *
   * @param missed how many numbers were left out before it
   * @param silence nanoseconds since the one before
   */
  void beat(Sender sender, long missed, long silence, Moment now);

  void change(Change change);

  /** What the user asks of detection does not go together on the link of this sender. */
  void conflict(Sender sender, String words, Moment now);

  /** Half the fleet fell silent at once, or that is over. */
  void blind(boolean blind, int silent, Moment now);
}
