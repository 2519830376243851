package dev.tinwire.httpserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Carries parts of files to clients, a turn for each that takes something, then the next: so all
 * get on alike. A thread for each client would not do that; one whose client is quick never waits,
 * and keeps the processor from others whose client is as quick. And there is one block of memory
 * for all, which is large, since it is filled and emptied within a turn.
 */
final class Porter implements AutoCloseable {
  /** What is read at once; a quarter of it takes half as much processor time again (measured). */
  private static final int BLOCK = 512 * 1024;

  /** What one client gets before the others have their turn. */
  private static final int TURN = 1 << 20;

  /** How late the end of a connection may be noticed that somebody else has closed. */
  private static final Duration TICK = Duration.ofMillis(50);

  /** Before a client is given up it is asked once more, and the sweeper may be early. */
  private static final Duration SOON = TICK.multipliedBy(3);

  private final Selector selector;
  private final Thread thread;
  private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
  private final Queue<Load> coming = new ConcurrentLinkedQueue<>();
  private final Set<Load> carried = new HashSet<>();
  private List<Load> leaving = new ArrayList<>();
  private long looked = System.nanoTime();
  private volatile boolean over;

  /** Waits for something to carry. */
  Porter() throws IOException {
    selector = Selector.open();
    thread = Thread.ofPlatform().daemon().name("porter").start(this::run);
  }

  /** Takes a load; its session waits for it. */
  void carry(Load load) {
    coming.add(load);
    selector.wakeup();
    if (over) dropComing(); // It may be that nobody looks any more.
  }

  /** Drops what it carries. */
  @Override
  public void close() {
    over = true;
    selector.wakeup();
  }

  private void run() {
    try (selector) {
      while (!over) round();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      over = true;
      carried.forEach(Porter::drop);
      dropComing();
    }
  }

  private void dropComing() {
    for (Load load = coming.poll(); load != null; load = coming.poll()) drop(load);
  }

  private static void drop(Load load) {
    load.lose();
    load.putDown();
  }

  /** What is at its end is put down only when the selector has let go of its channel. */
  private void round() throws IOException {
    List<Load> parting = leaving;
    leaving = new ArrayList<>();
    if (!parting.isEmpty()) selector.selectNow(this::turn);
    else if (carried.isEmpty()) selector.select(this::turn);
    else selector.select(this::turn, TICK.toMillis());
    parting.forEach(this::putDown);
    for (Load load = coming.poll(); load != null; load = coming.poll()) take(load);
    long now = System.nanoTime();
    if (now - looked >= TICK.toNanos()) lookRound(now);
  }

  private void putDown(Load load) {
    carried.remove(load);
    load.putDown();
  }

  private void take(Load load) {
    try {
      carried.add(load);
      load.await(selector);
    } catch (IOException _) {
      load.lose(); // Its channel has been closed.
      leaving.add(load);
    } catch (RuntimeException e) {
      load.fail(e);
      leaving.add(load);
    }
  }

  private void turn(SelectionKey key) {
    if (!(key.attachment() instanceof Load load) || !isOver(load)) return;
    key.cancel();
    leaving.add(load);
  }

  /** What goes wrong with one does not concern the others. */
  private boolean isOver(Load load) {
    try {
      return load.goOn(block, TURN);
    } catch (IOException e) {
      load.fail(e);
    } catch (RuntimeException | Error e) {
      load.fail(e);
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
    return true;
  }

  /** At those of whom the selector says nothing. */
  private void lookRound(long now) {
    looked = now;
    for (SelectionKey key : selector.keys()) {
      if (key.isValid() && key.attachment() instanceof Load load && load.urgent(SOON)) turn(key);
    }
    for (Load load : carried) {
      if (!load.lost() || leaving.contains(load)) continue;
      load.lose();
      leaving.add(load);
    }
  }
}
