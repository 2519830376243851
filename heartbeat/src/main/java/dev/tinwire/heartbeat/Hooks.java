package dev.tinwire.heartbeat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Starts hooks, several at once, but those of one sender one after the other: whoever pages and
 * then takes it back must not do so in the wrong order.
 */
final class Hooks implements AutoCloseable {
  private record Job(String subject, HookRun run) {}

  private final WatchLimits limits;
  private final Consumer<String> log;
  private final ArrayDeque<Job> waiting = new ArrayDeque<>();
  private final Set<String> running = new HashSet<>();
  private final Set<Thread> threads = new HashSet<>();
  private boolean closed;

  Hooks(WatchLimits limits, Consumer<String> log) {
    this.limits = limits;
    this.log = log;
  }

  /** Never waits. */
  synchronized void run(HookCommand command, Notice notice) {
    if (closed) return;
    if (waiting.size() == limits.queue()) {
      waiting.removeFirst();
      log.accept("hook " + command.program() + ": too many wait, the oldest was dropped");
    }
    var run = new HookRun(command, NoticeFacts.environment(notice), limits.hookTime());
    waiting.addLast(new Job(notice.subject() + "\n" + command.words(), run));
    startMore();
  }

  private void startMore() {
    for (var next = take(); next.isPresent(); next = take()) {
      Job job = next.get();
      running.add(job.subject());
      threads.add(Thread.ofVirtual().name("hook").start(() -> work(job)));
    }
  }

  private Optional<Job> take() {
    if (closed || running.size() >= limits.hooks()) return Optional.empty();
    for (Iterator<Job> jobs = waiting.iterator(); jobs.hasNext(); ) {
      Job job = jobs.next();
      if (running.contains(job.subject())) continue;
      jobs.remove();
      return Optional.of(job);
    }
    return Optional.empty();
  }

  private void work(Job job) {
    try {
      job.run().run(log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    } finally {
      done(job);
    }
  }

  private synchronized void done(Job job) {
    running.remove(job.subject());
    threads.remove(Thread.currentThread());
    startMore();
  }

  /** Ends those that run. */
  @Override
  public synchronized void close() {
    closed = true;
    waiting.clear();
    threads.forEach(Thread::interrupt);
  }
}
