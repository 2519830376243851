package dev.tinwire.httpserver;

import dev.tinwire.http.Status;
import java.util.concurrent.atomic.LongAdder;

/** What a server has done so far. Counting never makes one connection wait for another. */
public final class Counters {
  private static final int CLASSES = 6;

  private final LongAdder bytes = new LongAdder();
  private final LongAdder received = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder[] byClass = new LongAdder[CLASSES];

  Counters() {
    for (int i = 0; i < CLASSES; i++) byClass[i] = new LongAdder();
  }

  void count(Status status, long content, long taken) {
    byClass[Math.min(status.code() / 100, CLASSES - 1)].increment();
    bytes.add(content);
    if (taken > 0) received.add(taken);
  }

  void countRefused() {
    refused.increment();
  }

  /** Requests answered, whatever the answer. */
  public long requests() {
    long all = 0;
    for (LongAdder one : byClass) all += one.sum();
    return all;
  }

  /** Answers whose status begins with this digit; 5 counts all from 500 on. */
  public long requests(int statusClass) {
    return byClass[statusClass].sum();
  }

  /** Bytes of content sent. */
  public long bytes() {
    return bytes.sum();
  }

  /** Bytes of content that came with requests and were read. */
  public long received() {
    return received.sum();
  }

  /** Connections that were told 503, for there were too many. */
  public long refused() {
    return refused.sum();
  }
}
