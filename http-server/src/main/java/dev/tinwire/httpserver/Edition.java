package dev.tinwire.httpserver;

import java.util.Optional;

/**
 * The state of the folder as a number that grows with every change, so that a page which says what
 * it has seen is told what it has missed, whether it lost its connection, slept in a hidden tab or
 * was still loading. Pure.
 *
 * @param number of the latest change
 * @param reload of the latest change that was not of style sheets alone
 */
record Edition(long number, long reload) {
  /** More digits than this no number of ours has. */
  private static final int DIGITS = 18;

  /**
   * The first of a server. It is the time in milliseconds, so that it is beyond all numbers of an
   * earlier one: what changed while none was running nobody knows.
   */
  static Edition first(long number) {
    return new Edition(number, number);
  }

  Edition after(Change change) {
    long next = number + 1;
    return switch (change) {
      case CSS -> new Edition(next, reload);
      case RELOAD -> new Edition(next, next);
    };
  }

  /** What a page that has seen this number must do; nothing if it is up to date. */
  Optional<Change> since(long seen) {
    if (seen == number) return Optional.empty();
    // From the future comes who knew a server whose clock was ahead.
    return Optional.of(seen < reload || seen > number ? Change.RELOAD : Change.CSS);
  }

  /** Reads a number that came from a page; whatever else came is no number. */
  static Optional<Long> parse(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && text.length() <= DIGITS ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
