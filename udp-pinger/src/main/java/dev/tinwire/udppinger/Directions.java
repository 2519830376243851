package dev.tinwire.udppinger;

import java.util.Arrays;

/**
 * On which way packets got lost, from the reflector's own count (RFC 8762 §4.3: a stateful one
 * numbers its answers itself). Until the last answer we have, it answered as many packets as its
 * count says; what we sent and it did not count was lost on the way out, what it counted and we did
 * not get, on the way back.
 */
final class Directions {
  private static final long NONE = -1;

  private final long[] numbers;
  private final long[] firsts;
  private long sentUntil;
  private long answeredUntil;
  private long arrived;
  private long doubledOut;
  private boolean counts;

  /**
   * @param room a power of two: so far back a duplicate is known
   */
  Directions(int room) {
    numbers = new long[room];
    firsts = new long[room];
    Arrays.fill(numbers, NONE);
  }

  /**
   * An intact reply, late ones and duplicates too.
   *
   * @return whether it is the first to this number
   */
  boolean add(long number, long reflectorNumber) {
    int at = (int) number & (numbers.length - 1);
    boolean first = numbers[at] != number;
    if (first) {
      numbers[at] = number;
      firsts[at] = reflectorNumber;
    }
    // The same answer twice was doubled on the way back; another answer, on the way out.
    if (!first && firsts[at] == reflectorNumber) return false;
    if (!first) doubledOut++;
    arrived++;
    if (reflectorNumber != number) counts = true;
    sentUntil = Math.max(sentUntil, number + 1);
    answeredUntil = Math.max(answeredUntil, reflectorNumber + 1);
    return first;
  }

  /**
   * Whether the two can be told: a stateless reflector copies our numbers, and so seems to lose
   * everything on the way back. Only a count that differs from ours proves that it counts.
   */
  boolean known() {
    return counts && lostOut() >= 0 && lostBack() >= 0;
  }

  /** Whether there was an answer with a count at all. */
  boolean any() {
    return arrived > 0;
  }

  /** Whether any is missing up to the last one answered, whoever counts. */
  boolean lostAny() {
    return lostOut() + lostBack() != 0;
  }

  /** Of the packets up to the last one answered. */
  long lostOut() {
    return sentUntil + doubledOut - answeredUntil;
  }

  long lostBack() {
    return answeredUntil - arrived;
  }

  long sentUntil() {
    return sentUntil;
  }

  long answeredUntil() {
    return answeredUntil;
  }
}
