package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;

/** The listeners of a {@link Lobby}. */
final class Doors {
  private final List<SelectionKey> keys = new ArrayList<>();
  private boolean resting;

  void add(ServerSocketChannel listener, Selector selector, Acceptor acceptor) throws IOException {
    keys.add(listener.register(selector, SelectionKey.OP_ACCEPT, acceptor));
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
