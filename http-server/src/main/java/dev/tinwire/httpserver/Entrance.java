package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.InstantSource;

/**
 * Lets in as many as there are places, and tells the others to come later.
 *
 * @param secure who came for TLS could not read the words
 */
record Entrance(Sessions sessions, Overload overload, Counters counters, boolean secure) {
  /** Whether it has a place from now on. Otherwise the connection is seen to. */
  boolean admits(SocketChannel accepted) throws IOException {
    if (sessions.reserve()) return true;
    counters.countRefused();
    if (secure) accepted.close();
    else overload.refuse(accepted, InstantSource.system().instant());
    return false;
  }
}
