package dev.tinwire.httpserver;

import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/** Where a connection waits for its next request without a thread of its own. */
@FunctionalInterface
interface WaitingRoom {
  /** Takes a connection, and its place, over; nothing of it is under way. From any thread. */
  void back(SocketChannel channel, InetSocketAddress client);
}
