package dev.tinwire.httpserver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets in as many as there are places, and tells the others to come later.
 *
 * @param secure who came for TLS could not read the words
 */
record Entrance(Sessions sessions, Overload overload, Counters counters, boolean secure) {
  /**
   * Gives a connection a place.
   *
   * @return empty if there is none; then it has been seen to
   */
  Optional<Guest> admit(SocketChannel accepted) throws IOException {
    if (sessions.reserve()) {
      return Optional.of(new Guest(accepted, (InetSocketAddress) accepted.getRemoteAddress()));
    }
    counters.countRefused();
    if (secure) accepted.close();
    else overload.refuse(accepted, InstantSource.system().instant());
    return Optional.empty();
  }
}
