package dev.tinwire.heartbeat;

/** What waits to be told. */
sealed interface Told {
  /** A beat that was news. */
  record Beating(String id, boolean alone, long missed, long silence, long millis)
      implements Told {}

  /** Something changed. */
  record Changed(Change change, boolean alone) implements Told {}

  /** What the user asks of detection does not go together on the link of this sender. */
  record Conflict(String id, boolean alone, String words, long millis) implements Told {}

  /** Half the fleet fell silent at once, or that is over. */
  record Blind(boolean blind, int silent, long millis) implements Told {}

  /** No more is to come. */
  record End() implements Told {}
}
