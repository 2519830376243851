package dev.tinwire.udppinger;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/**
 * One target's pinging: a thread that sends, a thread that receives (or one that does both), and
 * the books, which whoever calls {@link #work} keeps.
 */
final class Session implements Receiver.Notified {
  /** How long another answer to the last packet may take, where all before took no time. */
  private static final long LEAST_LINGER = 20_000_000L;

  private final Target target;
  private final SessionPlan plan;
  private final Probes probes;
  private final PingSocket socket;
  private final Flights flights;
  private final CatchRing ring = new CatchRing();
  private final Ledger ledger;
  private final Statistics statistics = new Statistics();
  private final Sender sender;
  private final Thread sending;
  private final Thread receiving;
  private final Thread keeper;
  private final SessionObserver observer;
  private long farthest;
  private long began;
  private long lastSent;
  private long lastEvent;
  private boolean ended;

  /**
   * Opens nothing and starts nothing yet.
   *
   * @param keeper the thread that will call {@link #work}; it is unparked when there is something
   * @param keepOctets whether the observer wants to see the octets of what came
   */
  Session(
      Target target,
      SessionPlan plan,
      Probes probes,
      PingSocket socket,
      Thread keeper,
      SessionObserver observer,
      boolean keepOctets) {
    this.target = target;
    this.plan = plan;
    this.probes = probes;
    this.socket = socket;
    this.keeper = keeper;
    this.observer = observer;
    int room = plan.room();
    flights = new Flights(room);
    flights.keeper(keeper);
    ledger = new Ledger(room, plan.timeoutNanos(), this::note);
    var receiver = new Receiver(socket, probes, flights, ring, this, plan.pacer(), keepOctets);
    Pacer pacer = plan.pacer();
    if (socket.alone()) pacer = new Lookout(socket, receiver, pacer);
    sender = new Sender(socket, probes, flights, plan.schedule(), plan.count(), pacer, plan.wall());
    receiving = plan.thread("receiver", receiver);
    sending = plan.thread("sender", socket.alone() ? () -> both(sender, receiver) : sender);
    began = plan.pacer().nanoTime();
  }

  private static void both(Sender sender, Receiver receiver) {
    sender.run();
    receiver.run();
  }

  void begin() {
    began = plan.pacer().nanoTime();
    lastSent = began;
    lastEvent = began;
    if (!socket.alone()) receiving.start();
    sending.start();
  }

  private void note(Event event) {
    statistics.add(event);
    switch (event) {
      case Event.Answered answered -> farthest = Math.max(farthest, answered.rttNanos());
      case Event.Duplicate duplicate -> farthest = Math.max(farthest, duplicate.rttNanos());
      case Event.Late late -> farthest = Math.max(farthest, late.rttNanos());
      default -> {}
    }
    lastEvent = event.nanoTime();
    observer.event(event);
  }

  /** Brings the books up to date. What came is entered before what did not come. */
  void work(long nanoTime) {
    enterSent();
    for (Catch next = ring.peek(); next != null; next = ring.peek()) {
      if (next.number >= ledger.sent()) enterSent();
      observer.came(next);
      statistics.add(next);
      ledger.take(next);
      ended |= next.kind == Catch.Kind.ENDED;
      ring.release();
    }
    for (var failure = flights.failures().poll();
        failure != null;
        failure = flights.failures().poll()) {
      enterSent();
      ledger.unsent(failure.number(), nanoTime, failure.reason());
    }
    ledger.expire(nanoTime);
    flights.settledBelow(ledger.oldest());
  }

  private void enterSent() {
    for (long number = ledger.sent(); number < flights.begun(); number++) {
      lastSent = flights.nanoTime(number);
      ledger.sent(lastSent);
      statistics.sent();
      observer.sent(number);
    }
  }

  /**
   * Whether nothing more is to be expected: all is sent and settled, and a second answer to the
   * last packet had as long as two of the slowest round trips. Nobody waits a whole timeout for it.
   */
  boolean over(long nanoTime) {
    if (ended) return true;
    return sender.done()
        && ledger.sent() == flights.begun()
        && ledger.settled()
        && nanoTime - linger() >= 0;
  }

  private long linger() {
    long most = Math.max(LEAST_LINGER, 3 * plan.timeoutNanos());
    return lastSent + Math.clamp(2 * farthest, LEAST_LINGER, most);
  }

  /** How long a packet that leaves now may well take, from those before it. */
  long wayBack() {
    return wayBack(farthest, plan.timeoutNanos());
  }

  static long wayBack(long farthest, long timeout) {
    return Math.clamp(2 * farthest, LEAST_LINGER, Math.max(LEAST_LINGER, timeout));
  }

  /** Whether everything is sent that is to be sent. */
  boolean sent() {
    return sender.done();
  }

  /** When {@link #work} is to be called next, even if nothing comes. */
  long nextWork(long nanoTime) {
    if (!ledger.settled()) return ledger.nextTimeout();
    if (sender.done()) return linger();
    return nanoTime + plan.timeoutNanos(); // what is sent from now on times out later
  }

  /** Sends nothing more; what has come is still entered by {@link #work}. */
  void stop() {
    sender.stop(sending);
  }

  /** Ends both threads and the socket. */
  void close() {
    sender.stop(sending);
    try {
      socket.close();
    } catch (IOException _) {
      // Nothing was to be written any more.
    }
    LockSupport.unpark(receiving);
  }

  @Override
  public void answered(long number) {
    sender.answered(number, sending);
  }

  @Override
  public void caught() {
    if (plan.eager()) LockSupport.unpark(keeper);
  }

  /** How long after the begin that moment was. */
  long sinceBegin(long nanoTime) {
    return Math.max(0, nanoTime - began);
  }

  /** The moment so long after the begin. */
  long beginPlus(long nanos) {
    return began + nanos;
  }

  Target target() {
    return target;
  }

  Probes probes() {
    return probes;
  }

  Statistics statistics() {
    return statistics;
  }

  Flights flights() {
    return flights;
  }

  /** From the first packet to the last thing that happened; waiting for nothing is left out. */
  long elapsed() {
    return Math.max(0, lastEvent - began);
  }
}
