package dev.tinwire.udppinger;

import java.util.List;

/** Somebody who shows a run. All calls come from the thread that keeps the books. */
interface Report {
  /** All sessions begin now. */
  default void began(List<Session> sessions) {}

  /** A packet has left. */
  default void sent(Session session, long number) {}

  /** Something came; the object is used again. */
  default void came(Session session, Catch caught) {}

  /** What became of a packet. */
  default void event(Session session, Event event) {}

  /** Nothing happened, but so much time has passed: something drawn may be drawn anew. */
  default void tick(long nanoTime) {}

  /** An interval is over; the figures are of this interval alone. */
  default void interval(Session session, Statistics figures, long lengthNanos) {}

  /** How it stands, in the middle: Ctrl-\. */
  default void interim(List<Session> sessions, long sinceBegin) {}

  /** It is over. */
  default void ended(List<Session> sessions, long sinceBegin) {}
}
