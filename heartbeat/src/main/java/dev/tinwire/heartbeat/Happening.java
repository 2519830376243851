package dev.tinwire.heartbeat;

/** What can happen to a sender; the names in small letters are those of the event log. */
enum Happening {
  /** Its first beat, or the first after it was forgotten. */
  UP,
  LATE,
  DOWN,
  /** It beats again after it was late, down or gone. */
  BACK,
  /** It beats on under a new boot id, or from one again. */
  RESTART,
  BYE,
  /** It is expected, and was not heard of in time. */
  MISSING
}
