package dev.tinwire.httpserver;

/** Who may come and who may write, ready to be asked. */
record Access(Doorkeeper doorkeeper, Tickets tickets, LoginLine line) {
  /** This handler, for who may. */
  Handler before(Handler inner) {
    return new Gate(inner, doorkeeper, tickets, line.readingIsOpen(), ErrorPage::of);
  }
}
