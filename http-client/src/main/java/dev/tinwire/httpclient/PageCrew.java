package dev.tinwire.httpclient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Those who fetch the parts of a page: as many for an origin as it gets connections, and what is
 * needed before anything can be shown comes first. Work may add work.
 *
 * <p>They are threads of the platform, few and short-lived: behind virtual ones that waited for a
 * socket a poller stays, for which the JVM puts its end off by 300 ms.
 */
final class PageCrew {
  /** All of them together, however many origins a page has. */
  static final int MOST = 64;

  private record Job(int rank, long number, String origin, Runnable work)
      implements Comparable<Job> {
    @Override
    public int compareTo(Job other) {
      return rank == other.rank
          ? Long.compare(number, other.number)
          : Integer.compare(rank, other.rank);
    }
  }

  private final int perOrigin;
  private final TreeSet<Job> waiting = new TreeSet<>();
  private final Map<String, Integer> busy = new HashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private long added;
  private int running;

  PageCrew(int perOrigin) {
    this.perOrigin = perOrigin;
  }

  /**
   * Has it done when its turn comes.
   *
   * @param rank the lower, the sooner
   * @param work that throws nothing
   */
  void add(String origin, int rank, Runnable work) {
    lock.lock();
    try {
      waiting.add(new Job(rank, added++, origin, work));
      if (running == MOST || busy.getOrDefault(origin, 0) >= perOrigin) return;
      running++;
      threads.add(Thread.ofPlatform().daemon().name("part").start(this::workOn));
    } finally {
      lock.unlock();
    }
  }

  private void workOn() {
    for (Job job = next(); job != null; job = next()) {
      job.work().run();
      done(job);
    }
  }

  /** The first whose origin has room; without one, the thread goes. */
  private @Nullable Job next() {
    lock.lock();
    try {
      for (Iterator<Job> each = waiting.iterator(); each.hasNext(); ) {
        Job job = each.next();
        if (busy.getOrDefault(job.origin(), 0) < perOrigin) {
          each.remove();
          busy.merge(job.origin(), 1, Integer::sum);
          return job;
        }
      }
      running--;
      idle.signalAll();
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void done(Job job) {
    lock.lock();
    try {
      busy.merge(job.origin(), -1, Integer::sum);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing is left to do; interrupted, it gives up all of it. */
  void join() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (running > 0) idle.await();
    } catch (InterruptedException e) {
      waiting.clear();
      threads.forEach(Thread::interrupt);
      throw e;
    } finally {
      lock.unlock();
    }
  }
}
