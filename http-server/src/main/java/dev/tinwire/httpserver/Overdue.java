package dev.tinwire.httpserver;

import java.io.IOException;

/**
 * What becomes of a guest whose time is over. It may be we who are late: on a busy machine, or one
 * that was asleep, what it asked for has come in time and nobody has looked. So that is looked at
 * before a connection ends without an answer.
 */
final class Overdue {
  private Overdue() {}

  static FrontDesk.Next next(Guest guest, FrontDesk desk) throws IOException {
    if (guest.sending() != null) {
      if (guest.moves()) return FrontDesk.Next.SENDS;
      guest.cut();
      return FrontDesk.Next.LEAVES;
    }
    if (!guest.idle()) return FrontDesk.Next.EXPECTS; // It has asked, and waits for us.
    FrontDesk.Next next = desk.take(guest);
    boolean silent = next == FrontDesk.Next.WAITS && guest.patience().over();
    return silent ? FrontDesk.Next.LEAVES : next;
  }
}
