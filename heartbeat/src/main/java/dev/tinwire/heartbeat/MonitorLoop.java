package dev.tinwire.heartbeat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The one thread that hears beats and judges silences: empties the sockets, then looks for those
 * whose time was up before it began to. All that it touches is behind one lock.
 */
final class MonitorLoop implements Runnable {
  private static final long SECOND = 1_000_000_000;
  private static final long MILLI = 1_000_000;

  final ReentrantLock lock = new ReentrantLock();
  private final ReceivingSockets sockets;
  private final Reception reception;
  private final Book book;
  private final KernelDrops drops;
  private final MonitorLimits limits;
  private final Clocks clocks;
  private final Consumer<List<Sender>> asked;
  private final int buffer;
  private long wokeAt;
  private long judgedAt;

  /** When the first is to be looked at, as it stood when we judged last. */
  private long next;

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
      Consumer<List<Sender>> asked)
      throws IOException {
    this.sockets = sockets;
    this.reception = reception;
    this.book = book;
    this.drops = drops;
    this.limits = limits;
    this.clocks = clocks;
    this.asked = asked;
    buffer = sockets.buffer();
    wokeAt = clocks.nanos().getAsLong();
    judgedAt = wokeAt;
    next = wokeAt;
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
        if (empty) await();
        empty = turn();
      }
    } catch (IOException e) {
      if (!ended) throw new IllegalStateException(e); // a socket that was ours alone has failed
    }
  }

  private void await() throws IOException {
    long pause = Gathering.pause(perSecond, buffer);
    if (pause > 0) LockSupport.parkNanos(pause);
    else sockets.await(untilNext());
  }

  /** In milliseconds: until somebody's time is up, a tick at the most. */
  private long untilNext() {
    long left = Math.max(0, next - clocks.nanos().getAsLong());
    return Math.min(limits.tick().toMillis(), left / MILLI + 1);
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
      if (starved || (empty && isDue(now))) {
        judgedAt = now.nanos();
        asked.accept(book.judge.judge(now));
        next = book.roster.firstAfter(now.nanos());
      }
      return empty;
    } finally {
      lock.unlock();
    }
  }

  /** Half a tick after the last time, or when somebody's time is up; but not for each one's. */
  private boolean isDue(Moment now) {
    long since = now.nanos() - judgedAt;
    return since >= limits.tick().toNanos() / 2 || (now.nanos() >= next && since >= MILLI);
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
