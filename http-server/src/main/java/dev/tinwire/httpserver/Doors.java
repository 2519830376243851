package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;

/** The listeners of a {@link Lobby}, and where those who come through them wait. */
final class Doors {
  private final List<SelectionKey> keys = new ArrayList<>();
  private List<Lobby> lobbies = List.of();
  private int next;
  private boolean resting;

  void add(ServerSocketChannel listener, Selector selector, Acceptor acceptor, List<Lobby> all)
      throws IOException {
    lobbies = all;
    keys.add(listener.register(selector, SelectionKey.OP_ACCEPT, acceptor));
  }

  /** Newcomers go round, so that all lobbies have as many. */
  Lobby next() {
    return lobbies.get(Math.floorMod(next++, lobbies.size()));
  }

  /** Knocking is not heard there for a while. */
  void rest(SelectionKey key) {
    if (!key.isValid()) return;
    key.interestOps(0);
    resting = true;
  }

  int count() {
    return keys.size();
  }

  /** Whether none of them rests. */
  boolean open() {
    return !resting;
  }

  /** It is again. */
  void reopen() {
    if (!resting) return;
    resting = false;
    for (SelectionKey key : keys) if (key.isValid()) key.interestOps(SelectionKey.OP_ACCEPT);
  }

  /** For good; the selector has to be asked once more, to let go of them. */
  void shut() {
    keys.forEach(SelectionKey::cancel);
    keys.clear();
  }
}
