package dev.tinwire.httpserver;

import dev.tinwire.wire.terminal.Screen;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Writes the request log on a thread of its own, in batches: an answer costs its connection one
 * element of a queue. If the log cannot be written as fast as requests come, lines are left out and
 * counted, for no client shall wait for a log.
 */
public final class RequestLog implements ServerObserver, AutoCloseable {
  private static final int QUEUED = 16 * 1024;

  /** Long enough to gather a batch, short enough for eyes. */
  private static final long GATHER_MILLIS = 10;

  private static final long CLOSE_MILLIS = 2000;

  /** Where the lines go: whole ones, many at a time, each with its end. */
  @FunctionalInterface
  public interface Sink {
    void write(String lines) throws IOException;
  }

  private final LogFormat format;
  private final Supplier<ZoneId> zone;
  private final Screen screen;
  private final Sink sink;
  private final ArrayBlockingQueue<Served> queue = new ArrayBlockingQueue<>(QUEUED);
  private final LongAdder leftOut = new LongAdder();
  private final Thread thread;
  private volatile boolean closed;
  private long second = Long.MIN_VALUE;
  private String printed = "";

  public RequestLog(LogFormat format, ZoneId zone, Sink sink) {
    this(format, () -> zone, Screen.PLAIN, sink);
  }

  /**
   * A log for the eyes of who sits before that screen.
   *
   * @param zone asked when there is something to log: reading the zones' tables costs a start 30 ms
   */
  RequestLog(LogFormat format, Supplier<ZoneId> zone, Screen screen, Sink sink) {
    this.format = format;
    this.screen = screen;
    this.zone = zone;
    this.sink = sink;
    this.thread = lowly().name("request-log").start(this::run);
  }

  /** Nothing depends on it; where Java heeds priorities (the launcher has it), others go first. */
  @SuppressWarnings("ThreadPriorityCheck")
  private static Thread.Builder.OfPlatform lowly() {
    return Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY);
  }

  @Override
  public void served(Served served) {
    if (!queue.offer(served)) leftOut.increment();
  }

  /** How many lines were left out. */
  public long leftOut() {
    return leftOut.sum();
  }

  private void run() {
    var batch = new ArrayList<Served>();
    try {
      while (!closed) {
        batch.add(queue.take());
        Thread.sleep(GATHER_MILLIS);
        write(batch);
      }
    } catch (InterruptedException _) {
      // Closed. The rest is written without the mark of it, which would close a file's channel.
    }
    write(batch);
  }

  private synchronized void write(List<Served> batch) {
    queue.drainTo(batch);
    var lines = new StringBuilder(batch.size() * 100);
    for (Served served : batch) {
      lines.append(format.line(served, second(served), screen)).append('\n');
    }
    long lost = batch.size();
    batch.clear();
    try {
      if (!lines.isEmpty()) sink.write(lines.toString());
    } catch (IOException _) {
      leftOut.add(lost); // A full disk is no reason to stop serving.
    }
  }

  private String second(Served served) {
    if (served.time().getEpochSecond() != second) {
      second = served.time().getEpochSecond();
      printed = format.second(served.time(), zone.get());
    }
    return printed;
  }

  /** Writes what is left. */
  @Override
  public void close() {
    synchronized (this) { // not in the middle of a write
      closed = true;
      thread.interrupt();
    }
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
