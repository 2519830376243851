package dev.tinwire.httpserver;

/** Where a connection waits for its next request without a thread of its own. */
interface WaitingRoom {
  /** Takes a connection, and its place, over; nothing of it is under way. From any thread. */
  void back(Guest guest);

  /** Tells of one that does not come back; others may have waited for what it found. */
  void left();
}
