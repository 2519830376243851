package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A {@link Porter} for each processor, as with sessions: a disk that is slow holds up one of them.
 */
final class Porters implements AutoCloseable {
  private static final int MOST = 4;

  private final List<Porter> all = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();

  Porters() throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < Math.clamp(processors, 1, MOST); i++) all.add(new Porter());
  }

  /** Has a part of a file carried. */
  Load carry(
      SocketChannel to, FileChannel file, long from, long bytes, Patience.Progress progress) {
    Load load = new Load(to, file, from, bytes, progress);
    all.get(Math.floorMod(next.getAndIncrement(), all.size())).carry(load);
    return load;
  }

  /** Drops what is being carried. */
  @Override
  public void close() {
    all.forEach(Porter::close);
  }
}
