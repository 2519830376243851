package dev.tinwire.udppinger;

import java.util.function.Consumer;

/**
 * The books of one session: which packets are under way, answered, given up. Pure: packets and
 * times come in, events go out, and the same ones for the same input.
 *
 * <pre>
 *   UNDER WAY -- first intact reply in time --> ANSWERED -- another one --> Duplicate
 *       |                                          ^
 *       +-- timeout passes --> GIVEN UP -----------+  (in time by its stamps, read late by us)
 *       |                         +-- first intact reply, late --> LATE -- another one --> Stray
 *       +-- refused, perhaps after that --> REFUSED, and as GIVEN UP
 * </pre>
 */
final class Ledger {
  private static final byte UNDER_WAY = 0;
  private static final byte ANSWERED = 1;
  private static final byte GIVEN_UP = 2;
  private static final byte LATE = 3;
  private static final byte UNSENT = 4;
  private static final byte REFUSED = 5;

  private final long timeoutNanos;
  private final Consumer<Event> events;
  private final byte[] states;
  private final long[] sentAt;
  private long sent;
  private long oldest;
  private long highest = -1;

  /**
   * @param room a power of two: so many packets are remembered
   */
  Ledger(int room, long timeoutNanos, Consumer<Event> events) {
    this.timeoutNanos = timeoutNanos;
    this.events = events;
    this.states = new byte[room];
    this.sentAt = new long[room];
  }

  /** The next packet has left. */
  void sent(long nanoTime) {
    states[at(sent)] = UNDER_WAY;
    sentAt[at(sent)] = nanoTime;
    sent++;
  }

  /** How many have left until now. */
  long sent() {
    return sent;
  }

  /** It was not sent after all. */
  void unsent(long number, long nanoTime, String reason) {
    states[at(number)] = UNSENT;
    events.accept(new Event.Unsent(number, nanoTime, reason));
    settle();
  }

  /** Something came. */
  void take(Catch caught) {
    switch (caught.kind) {
      case INTACT -> intact(caught);
      case CORRUPT ->
          events.accept(
              new Event.Corrupt(caught.number, caught.nanoTime, caught.length, caught.ttl));
      case FORGOTTEN -> stray(caught);
      case REFUSED -> refused(caught);
      case ENDED -> ended(caught.nanoTime);
    }
    settle();
  }

  private void intact(Catch caught) {
    long number = caught.number;
    if (number >= sent || number < sent - states.length) {
      stray(caught);
      return;
    }
    boolean inTime = caught.rttNanos <= timeoutNanos;
    switch (states[at(number)]) {
      case UNDER_WAY, GIVEN_UP, REFUSED -> first(caught, inTime);
      case ANSWERED -> {
        if (inTime) {
          events.accept(
              new Event.Duplicate(
                  number, caught.nanoTime, caught.length, caught.ttl, caught.rttNanos));
        } else {
          stray(caught);
        }
      }
      default -> stray(caught);
    }
  }

  private void first(Catch caught, boolean inTime) {
    long number = caught.number;
    states[at(number)] = inTime ? ANSWERED : LATE;
    if (inTime) {
      boolean outOfOrder = number < highest; // RFC 4737 §3.3
      highest = Math.max(highest, number);
      events.accept(
          new Event.Answered(
              number, caught.nanoTime, caught.length, caught.ttl, caught.rttNanos, outOfOrder));
    } else {
      long by = caught.rttNanos - timeoutNanos;
      events.accept(
          new Event.Late(number, caught.nanoTime, caught.length, caught.ttl, caught.rttNanos, by));
    }
  }

  private void stray(Catch caught) {
    events.accept(new Event.Stray(caught.number, caught.nanoTime, caught.length, caught.ttl));
  }

  private void refused(Catch caught) {
    long number = caught.number >= 0 ? caught.number : latest(caught.nanoTime);
    if (number < 0 || number >= sent || number < sent - states.length) return;
    byte state = states[at(number)];
    if (state != UNDER_WAY && state != GIVEN_UP) return;
    states[at(number)] = REFUSED;
    events.accept(
        new Event.Refused(number, caught.nanoTime, caught.reason, caught.from, state == GIVEN_UP));
  }

  /** Where it is not said which packet was refused: the last under way that had left by then. */
  private long latest(long nanoTime) {
    for (long number = sent - 1; number >= oldest; number--) {
      if (states[at(number)] == UNDER_WAY && sentAt[at(number)] - nanoTime <= 0) return number;
    }
    return -1;
  }

  /** Nothing more can come: all that is under way is given up. */
  void ended(long nanoTime) {
    for (; oldest < sent; oldest++) {
      if (states[at(oldest)] == UNDER_WAY) giveUp(oldest, nanoTime);
    }
  }

  /** Gives up all packets whose time has passed. */
  void expire(long nanoTime) {
    for (; oldest < sent; oldest++) {
      if (states[at(oldest)] != UNDER_WAY) continue;
      if (nanoTime - sentAt[at(oldest)] <= timeoutNanos) return;
      giveUp(oldest, nanoTime);
    }
  }

  private void giveUp(long number, long nanoTime) {
    states[at(number)] = GIVEN_UP;
    events.accept(new Event.Timeout(number, nanoTime));
  }

  private void settle() {
    while (oldest < sent && states[at(oldest)] != UNDER_WAY) oldest++;
  }

  /** The oldest packet still under way, or the next to be sent. */
  long oldest() {
    return oldest;
  }

  /** Whether no packet is under way. */
  boolean settled() {
    return oldest == sent;
  }

  /** When the oldest packet under way will be given up; only while there is one. */
  long nextTimeout() {
    return sentAt[at(oldest)] + timeoutNanos + 1;
  }

  private int at(long number) {
    return (int) number & (states.length - 1);
  }
}
