package dev.tinwire.heartbeat;

import java.util.Map;
import java.util.Optional;

/** The three ways in which a sender may speak. */
enum Voices {
  TEXTBOOK,
  TAGGED,
  KEYED;

  static final BeatKey MASTER = new BeatKey(new byte[32], true);

  String id() {
    return this == TEXTBOOK ? "127.0.0.1:40000" : "db-1";
  }

  BookScript books() {
    return this == KEYED ? BookScript.keyed(MASTER) : new BookScript();
  }

  /** A beat of the given run. */
  String beat(long number, long millis, long run) {
    return beat(id(), number, millis, run, Status.OK);
  }

  String beat(String id, long number, long millis, long run, Status status) {
    long stamp = millis * 1_000_000;
    if (this == TEXTBOOK) return Beat.textbook(number, stamp).print();
    String text = new Beat(number, stamp, id, run, 1000, status, 0, Map.of(), -1).print();
    Optional<BeatKey> key = this == KEYED ? Optional.of(MASTER) : Optional.empty();
    return key.map(k -> k.sign(text, id)).orElse(text);
  }
}
