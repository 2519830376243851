package dev.tinwire.httpserver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A connection in the {@link Lobby}: it waits for its client's next request, or for its client to
 * take an answer. It has no thread and, while nothing is under way, no buffer but TLS's. Belongs to
 * the lobby's thread; while it is away, to its session.
 */
final class Guest {
  private static final byte[] NOTHING = {};

  private final SocketChannel channel;
  private final InetSocketAddress client;
  private final Patience patience = new Patience(System::nanoTime);
  private @Nullable Secured secured;
  private @Nullable Sending sending;
  private boolean cut;
  private byte[] unread = NOTHING;
  private boolean left;

  Guest(SocketChannel channel, InetSocketAddress client) {
    this.channel = channel;
    this.client = client;
  }

  SocketChannel channel() {
    return channel;
  }

  InetSocketAddress client() {
    return client;
  }

  Patience patience() {
    return patience;
  }

  /** What TLS is laid over it, if the handshake is over. */
  @Nullable Secured secured() {
    return secured;
  }

  void secured(Secured by) {
    secured = by;
  }

  /** The answer that has left in part. */
  @Nullable Sending sending() {
    return sending;
  }

  void sends(@Nullable Sending rest) {
    sending = rest;
  }

  /** Whether its client takes some more of that, though the selector has not said so. */
  boolean moves() {
    try {
      return sending != null && sending.moves(channel);
    } catch (IOException _) {
      return false;
    }
  }

  /** Whether nothing is under way: it has asked for nothing that it has not got. */
  boolean idle() {
    return sending == null && unread.length == 0;
  }

  /** Keeps what was read and not yet answered. */
  void keep(byte[] bytes, int from, int to) {
    unread = from == to ? NOTHING : Arrays.copyOfRange(bytes, from, to);
  }

  /** Hands that out. */
  byte[] unread() {
    byte[] kept = unread;
    unread = NOTHING;
    return kept;
  }

  /** Has the selector tell when that is possible. */
  void await(Selector selector, int what) throws IOException {
    SelectionKey key = channel.keyFor(selector);
    if (key == null) {
      // For who stays: Nagle's algorithm would hold back the end of a second answer.
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.register(selector, what, this);
    } else if (key.interestOps() != what) {
      key.interestOps(what);
    }
  }

  /** Whether the selector knows it, and so has to be asked once more to let go of it. */
  boolean letGoBy(Selector selector) {
    SelectionKey key = channel.keyFor(selector);
    if (key != null) key.cancel();
    return key != null;
  }

  /**
   * Ends it.
   *
   * @return false if that was done before
   */
  boolean close() {
    boolean first = !left;
    left = true;
    Secured tls = secured;
    // In the middle of an answer there is nothing to be said.
    if (first && tls != null && !cut && sending == null) tls.farewell(channel);
    try {
      channel.close();
    } catch (IOException _) {
      // It is of no use either way.
    }
    return first;
  }

  /** Has it end with a reset: the client must not take what it has for all there is. */
  void cut() {
    cut = true;
    try {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException _) {
      // Closed already.
    }
  }
}
