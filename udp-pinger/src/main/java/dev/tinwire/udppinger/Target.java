package dev.tinwire.udppinger;

import dev.tinwire.wire.Endpoint;
import java.net.InetSocketAddress;

/**
 * Whom one session pings.
 *
 * @param asked as the user wrote it
 * @param address what it was found to be
 */
record Target(Endpoint asked, InetSocketAddress address) {
  /** As lines call it: {@code example.com:12000}. */
  String label() {
    return asked.readable();
  }
}
