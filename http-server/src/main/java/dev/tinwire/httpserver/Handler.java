package dev.tinwire.httpserver;

import java.io.IOException;

/** Decides what to answer. Called on the thread of the connection, so it may block. */
@FunctionalInterface
public interface Handler {
  /**
   * The answer to one request. An {@link IOException} is told the client as a 500 without its
   * message, and logged.
   */
  Answer answer(Request request) throws IOException;
}
