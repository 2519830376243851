package dev.tinwire.httpserver;

import java.util.Optional;

/**
 * A handler that knows some answers by heart. They are given on the thread that all waiting
 * connections share ({@link Lobby}), and given again to whoever sends the very same head: so they
 * must come from memory alone, and must not depend on who asks.
 */
interface InstantHandler extends Handler {
  /** The answer to a request without content; empty if somebody must look first. */
  Optional<InstantAnswer> atOnce(Request request);

  /** The same of a handler of any kind. */
  static Optional<InstantAnswer> ask(Handler handler, Request request) {
    return handler instanceof InstantHandler known ? known.atOnce(request) : Optional.empty();
  }
}
