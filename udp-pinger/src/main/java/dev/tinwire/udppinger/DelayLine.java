package dev.tinwire.udppinger;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers on their way through a simulated network: each leaves when it is due, those due at the
 * same time in the order they came. Holds a bounded number; what comes beyond falls off the line,
 * as from a full router.
 */
final class DelayLine implements AutoCloseable {
  /** An answer that is to be overtaken waits no longer for somebody who does it. */
  static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

  /** An answer that waits. */
  static final class Waiting implements Comparable<Waiting> {
    private final EchoSocket socket;
    private final ByteBuffer payload;
    private final InetSocketAddress to;
    private final LocalEnd from;
    private final long order;
    private long due;

    private Waiting(EchoSocket socket, Datagram answer, long due, long order) {
      this.socket = socket;
      byte[] copy = new byte[answer.length];
      answer.payload.get(0, copy);
      payload = ByteBuffer.wrap(copy);
      to = answer.source;
      from = answer.local;
      this.due = due;
      this.order = order;
    }

    @Override
    public int compareTo(Waiting other) {
      int sooner = Long.compare(due - other.due, 0);
      return sooner != 0 ? sooner : Long.compare(order, other.order);
    }
  }

  private final int most;
  private final LongSupplier nanoTime;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Waiting> queue = new PriorityQueue<>();
  private final Thread thread;
  private long order;
  private boolean closed;

  DelayLine(int most, LongSupplier nanoTime) {
    this.most = most;
    this.nanoTime = nanoTime;
    thread = Thread.ofPlatform().daemon().name("delay-line").start(this::run);
  }

  /**
   * Takes a copy of an answer.
   *
   * @param due nanoseconds of the clock
   * @return null if the line is full
   */
  @Nullable Waiting put(EchoSocket socket, Datagram datagram, long due) {
    lock.lock();
    try {
      if (queue.size() >= most) return null;
      var waiting = new Waiting(socket, datagram, due, order++);
      queue.add(waiting);
      if (queue.peek() == waiting) changed.signal();
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  /** Lets an answer go at another time, if it has not gone yet. */
  void move(Waiting waiting, long due) {
    lock.lock();
    try {
      if (!queue.remove(waiting)) return;
      waiting.due = due;
      queue.add(waiting);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Sends an answer now, if it has not gone yet. */
  void release(Waiting waiting) {
    lock.lock();
    try {
      if (!queue.remove(waiting)) return;
    } finally {
      lock.unlock();
    }
    send(waiting);
  }

  private void run() {
    try {
      while (true) send(next());
    } catch (InterruptedException _) {
      // Closed: what still waits is lost, as in a network that goes down.
    }
  }

  private static void send(Waiting waiting) {
    try {
      waiting.socket.send(waiting.payload, waiting.to, waiting.from);
    } catch (IOException _) {
      // The peer is gone, or our socket is: a lost datagram.
    }
  }

  private Waiting next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        if (closed) throw new InterruptedException("closed");
        Waiting first = queue.peek();
        if (first == null) {
          changed.await();
          continue;
        }
        long left = first.due - nanoTime.getAsLong();
        if (left <= 0) return queue.remove();
        var _ = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    thread.interrupt();
  }
}
