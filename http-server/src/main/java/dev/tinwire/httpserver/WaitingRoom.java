package dev.tinwire.httpserver;

import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/** Where a connection waits for its next request without a thread of its own. */
interface WaitingRoom {
  /** Takes a connection, and its place, over; nothing of it is under way. From any thread. */
  void back(SocketChannel channel, InetSocketAddress client);

  /** Tells of one that does not come back; others may have waited for what it found. */
  void left();
}
