package dev.tinwire.heartbeat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The one thread that hears beats and judges silences: empties the sockets, then looks for those
 * whose time was up before it began to. All that it touches is behind one lock.
 */
final class MonitorLoop implements Runnable {
  private static final long SECOND = 1_000_000_000;

  final ReentrantLock lock = new ReentrantLock();
  private final ReceivingSockets sockets;
  private final Reception reception;
  private final Book book;
  private final KernelDrops drops;
  private final MonitorLimits limits;
  private final Clocks clocks;
  private final Consumer<List<Sender>> asked;
  private long wokeAt;
  private long judgedAt;
  private long countedAt;
  private long receivedBefore;
  private volatile double perSecond;
  private volatile boolean ended;

  /** Both clocks; tests bring their own. */
  record Clocks(LongSupplier nanos, LongSupplier millis) {
    static final Clocks SYSTEM = new Clocks(System::nanoTime, System::currentTimeMillis);

    Moment now() {
      return new Moment(nanos.getAsLong(), millis.getAsLong());
    }
  }

  /**
   * A loop.
   *
   * @param asked is given, under the lock, those who turned late just now
   */
  MonitorLoop(
      ReceivingSockets sockets,
      Reception reception,
      Book book,
      KernelDrops drops,
      MonitorLimits limits,
      Clocks clocks,
      Consumer<List<Sender>> asked) {
    this.sockets = sockets;
    this.reception = reception;
    this.book = book;
    this.drops = drops;
    this.limits = limits;
    this.clocks = clocks;
    this.asked = asked;
    wokeAt = clocks.nanos().getAsLong();
    judgedAt = wokeAt;
    countedAt = wokeAt;
  }

  double perSecond() {
    return perSecond;
  }

  /** Ends it soon. */
  void end() {
    ended = true;
    sockets.wakeUp();
  }

  @Override
  public void run() {
    boolean empty = true;
    try {
      while (!ended) {
        if (empty) sockets.await(limits.tick().toMillis());
        empty = turn();
      }
    } catch (IOException e) {
      if (!ended) throw new IllegalStateException(e); // a socket that was ours alone has failed
    }
  }

  /** Once round; says whether all that had come is entered. */
  private boolean turn() throws IOException {
    // Taken before the sockets are emptied: whatever came until then is known when it judges.
    Moment now = clocks.now();
    lock.lock();
    try {
      doubtOurselves(now);
      boolean empty = reception.drain(now);
      boolean starved = now.nanos() - judgedAt > limits.patience().toNanos();
      boolean due = now.nanos() - judgedAt >= limits.tick().toNanos() / 2;
      if (starved || (empty && due)) {
        judgedAt = now.nanos();
        asked.accept(book.judge.judge(now));
      }
      return empty;
    } finally {
      lock.unlock();
    }
  }

  private void doubtOurselves(Moment now) {
    long stall = now.nanos() - wokeAt - limits.tick().toNanos();
    wokeAt = now.nanos();
    boolean stalled = stall > limits.stall().toNanos();
    if (stalled) book.judge.stalled(stall);
    if (stalled || now.nanos() - countedAt >= SECOND) count(now);
  }

  private void count(Moment now) {
    book.drops.add(drops.more(), now.nanos());
    long received = reception.received();
    perSecond =
        (received - receivedBefore) * (double) SECOND / Math.max(1, now.nanos() - countedAt);
    receivedBefore = received;
    countedAt = now.nanos();
  }
}
