package dev.tinwire.udppinger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * All sessions of one command, from the first packet to the last figure. The thread that calls
 * {@link #go} keeps the books and prints; sending and receiving do not wait for it.
 */
final class Run implements AutoCloseable {
  /** Where events come too fast to wake somebody for each, the books are kept so often. */
  private static final long LAZY = 20_000_000L;

  private final List<Report> reports;
  private final Optional<Duration> deadline;
  private final Optional<Duration> interval;
  private final Wishes wishes;
  private final boolean keepOctets;
  private final List<Session> sessions = new ArrayList<>();
  private final Map<Session, Statistics> intervals = new LinkedHashMap<>();
  private boolean eager = true;
  private long began;
  private long nextInterval;

  /**
   * A run without targets yet.
   *
   * @param keepOctets whether a report wants to see the octets of what came
   */
  Run(
      List<Report> reports,
      Optional<Duration> deadline,
      Optional<Duration> interval,
      Wishes wishes,
      boolean keepOctets) {
    this.reports = List.copyOf(reports);
    this.deadline = deadline;
    this.interval = interval;
    this.wishes = wishes;
    this.keepOctets = keepOctets;
  }

  /** One more target. The socket is closed with the run. */
  void add(Target target, SessionPlan plan, Probes probes, PingSocket socket) {
    var observer = new Observer(sessions.size());
    var session =
        new Session(target, plan, probes, socket, Thread.currentThread(), observer, keepOctets);
    sessions.add(session);
    intervals.put(session, new Statistics());
    eager &= plan.eager();
  }

  List<Session> sessions() {
    return sessions;
  }

  /** Passes what happens in a session on to all reports. */
  private final class Observer implements SessionObserver {
    private final int at;

    Observer(int at) {
      this.at = at;
    }

    @Override
    public void sent(long number) {
      for (Report report : reports) report.sent(sessions.get(at), number);
    }

    @Override
    public void came(Catch caught) {
      for (Report report : reports) report.came(sessions.get(at), caught);
    }

    @Override
    public void event(Event event) {
      Session session = sessions.get(at);
      if (interval.isPresent()) intervals.getOrDefault(session, new Statistics()).add(event);
      for (Report report : reports) report.event(session, event);
    }
  }

  /** Pings until all is done, the deadline passes, or somebody wants an end. */
  void go() {
    for (Report report : reports) report.began(sessions);
    began();
    long now = begin();
    while (!over(now)) {
      LockSupport.parkNanos(this, Math.max(1, until(now) - now));
      now = work();
    }
    for (Session session : sessions) session.stop();
    work();
    for (Report report : reports) report.ended(sessions, System.nanoTime() - began);
  }

  private void began() {
    began = System.nanoTime();
    nextInterval = began + interval.map(Duration::toNanos).orElse(0L);
  }

  /**
   * Lets the threads go that send, and sleeps until there is something to do. All that is done
   * between two sleeps takes some 0.2 ms when it is done for the first time, and gives the compiler
   * work; beside the first packet its peer would wait for a processor as long. So the first time is
   * before.
   */
  private long begin() {
    long now = work();
    long idle = over(now) ? 1 : Math.max(1, until(now) - now);
    began();
    for (Session session : sessions) session.begin();
    LockSupport.parkNanos(this, idle);
    return work();
  }

  /** Brings everything up to date. */
  private long work() {
    long now = System.nanoTime();
    for (Session session : sessions) session.work(now);
    if (deadline.isPresent()) stopInTime(now, deadline.get().toNanos());
    if (wishes.takeFigures()) reports.forEach(report -> report.interim(sessions, now - began));
    if (interval.isPresent() && now - nextInterval >= 0) reportInterval(interval.get().toNanos());
    for (Report report : reports) report.tick(now);
    return now;
  }

  /** What leaves just before the deadline could not come back: it would look lost. */
  private void stopInTime(long now, long length) {
    for (Session session : sessions) {
      if (now - lastSending(session, length) >= 0) session.stop();
    }
  }

  private long lastSending(Session session, long length) {
    return began + lastSending(length, session.wayBack());
  }

  /** How long after the begin a packet may leave that is to be back within that length. */
  static long lastSending(long length, long wayBack) {
    return length - Math.min(length / 2, wayBack);
  }

  private void reportInterval(long length) {
    nextInterval += length;
    for (Session session : sessions) {
      Statistics figures = intervals.getOrDefault(session, new Statistics());
      // What is still under way belongs to the next interval: else it would look lost.
      figures.counts().transmitted = figures.counts().settled();
      for (Report report : reports) report.interval(session, figures, length);
      intervals.put(session, new Statistics());
    }
  }

  private boolean over(long now) {
    return wishes.isEnd()
        || (deadline.isPresent() && now - began >= deadline.get().toNanos())
        || sessions.stream().allMatch(session -> session.over(now));
  }

  /** When there is something to do again, unless something comes before. */
  private long until(long now) {
    long soonest = now + (eager ? 1_000_000_000L : LAZY);
    for (Session session : sessions) soonest = sooner(soonest, session.nextWork(now));
    if (deadline.isPresent()) soonest = sooner(soonest, ending(now, deadline.get().toNanos()));
    if (interval.isPresent()) soonest = sooner(soonest, nextInterval);
    return soonest;
  }

  /** When sending is to stop, unless that is past, or everything. */
  private long ending(long now, long length) {
    long soonest = began + length;
    for (Session session : sessions) {
      long last = lastSending(session, length);
      if (last - now > 0) soonest = sooner(soonest, last);
    }
    return soonest;
  }

  private static long sooner(long one, long other) {
    return one - other < 0 ? one : other;
  }

  @Override
  public void close() {
    for (Session session : sessions) session.close();
  }
}
