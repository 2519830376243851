package dev.tinwire.heartbeat;

/** What a sender says of itself with {@code st=}. */
enum Status {
  OK,
  /** It lives, and something is wrong. */
  WARN,
  /** This was its last beat. */
  BYE,
  /** It will be silent for a time that it says. */
  PAUSE
}
