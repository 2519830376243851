package dev.tinwire.heartbeat;

/** What the monitor thinks of a sender. Muting and flapping are said beside it, not instead. */
enum SenderState {
  /** Expected, and never heard of. */
  NEW,
  UP,
  /** Later than usual; nobody is called yet. */
  LATE,
  DOWN,
  /** It said that it would stop. */
  BYE
}
