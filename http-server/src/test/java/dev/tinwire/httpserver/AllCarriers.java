package dev.tinwire.httpserver;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import jdk.management.VirtualThreadSchedulerMXBean;

/** All that carries virtual threads is kept busy, so that none of the others has a processor. */
final class AllCarriers implements AutoCloseable {
  private volatile boolean held = true;

  /** Returns when nobody else runs. */
  AllCarriers() throws InterruptedException {
    var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
    var busy = new CountDownLatch(scheduler.getParallelism());
    while (busy.getCount() > 0) {
      long before = busy.getCount();
      Thread.ofVirtual().start(() -> hold(busy));
      while (busy.getCount() == before) Thread.onSpinWait();
    }
  }

  private void hold(CountDownLatch busy) {
    busy.countDown();
    while (held) Thread.onSpinWait();
  }

  /** Lets the others run again. */
  @Override
  public void close() {
    held = false;
  }
}
