package dev.tinwire.heartbeat;

/** Why a datagram changed nothing. */
enum Rejection {
  MALFORMED("malformed"),
  FORGED("not signed as it should be"),
  STALE("replayed, or of a run that is over"),
  UNTIMELY("from nobody known, with a time far from ours"),
  STRANGER("from nobody expected"),
  FULL("from more senders than there is room for");

  private final String words;

  Rejection(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
