package dev.tinwire.httpserver;

/**
 * The stretch of something long that is wanted.
 *
 * @param from its first place
 * @param to the place behind its last
 */
record Window(long from, long to) {
  Window {
    if (from < 0 || to < from) throw new IllegalArgumentException(from + " to " + to);
  }

  long length() {
    return to - from;
  }

  boolean isEmpty() {
    return from == to;
  }

  /** What is wanted of a piece that begins at a place, counted from its own beginning. */
  Window of(long place, long length) {
    long first = Math.clamp(from - place, 0, length);
    return new Window(first, Math.clamp(to - place, first, length));
  }
}
