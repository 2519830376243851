package dev.tinwire.udppinger;

/** Sees what happens in one session, on the thread that keeps its books. */
interface SessionObserver {
  /** The packet of that number has left. */
  void sent(long number);

  /** Something came; what it is good for follows as an event. The object is used again. */
  void came(Catch caught);

  /** What became of a packet. */
  void event(Event event);
}
