package dev.tinwire.udppinger;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The thread that sends: one packet at each planned time. No answer delays it, and if it was held
 * up itself, the times planned for the others stay what they are.
 */
final class Sender implements Runnable {
  /** Held up for longer than this, it leaves packets out; a burst would measure itself. */
  private static final long CATCHES_UP = 1_000_000_000L;

  private static final long A_MOMENT = 100_000;

  private final PingSocket socket;
  private final Probes probes;
  private final Flights flights;
  private final Schedule schedule;
  private final long count;
  private final Pacer pacer;
  private final LongSupplier epochNanos;
  private final ByteBuffer packet;
  private volatile boolean stopped;
  private volatile boolean done;
  private volatile long answered = -1;
  private volatile long latest;
  private long next;
  private long calls;

  /**
   * @param count of packets; {@link Long#MAX_VALUE} for no end
   */
  Sender(
      PingSocket socket,
      Probes probes,
      Flights flights,
      Schedule schedule,
      long count,
      Pacer pacer,
      LongSupplier epochNanos) {
    this.socket = socket;
    this.probes = probes;
    this.flights = flights;
    this.schedule = schedule;
    this.count = count;
    this.pacer = pacer;
    this.epochNanos = epochNanos;
    this.packet = ByteBuffer.allocateDirect(Math.max(probes.size(), TextPing.LONGEST));
  }

  @Override
  public void run() {
    if (schedule instanceof Schedule.Answered(long least, long gap) && least == 0) flood(gap);
    else follow();
    done = true;
  }

  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it but the time another takes
  private void follow() {
    long due = pacer.soonest();
    for (long number = 0; number < count && !stopped; number++) {
      probes.prepare(packet, number);
      if (number > 0) due = next(due);
      await(number, due);
      if (stopped) break;
      send(number);
      // A peer on this very processor was woken by it, and waits for us to go.
      Thread.yield();
    }
  }

  /** Sends the first packet, and whenever no answer came; the others leave with the answers. */
  private void flood(long gap) {
    while (!done && !stopped) {
      long due = next == 0 ? pacer.nanoTime() : latest + gap;
      if (pacer.nanoTime() - due < 0) pacer.await(due);
      else if (flights.full()) LockSupport.parkNanos(A_MOMENT);
      else sendUnlessAnswered(gap);
    }
  }

  private synchronized void sendUnlessAnswered(long gap) {
    if (next == 0 || pacer.nanoTime() - latest - gap >= 0) sendNext();
  }

  private synchronized void sendAfter(long number) {
    if (number == next - 1 && !flights.full()) sendNext();
  }

  private void sendNext() {
    if (done || stopped) return;
    probes.prepare(packet, next);
    send(next++);
    done = next == count;
  }

  /** When the packet after the one planned for then is due. */
  private long next(long planned) {
    long due = planned + schedule.gap();
    long behind = pacer.nanoTime() - due;
    if (behind <= CATCHES_UP) return due;
    return switch (schedule) {
      case Schedule.Fixed(long gap) -> due + behind / Math.max(1, gap) * gap; // stays on the grid
      case Schedule.Poisson _, Schedule.Answered _ -> due + behind;
    };
  }

  private void await(long number, long due) {
    while (!stopped && pacer.nanoTime() - due < 0) {
      if (schedule instanceof Schedule.Answered(long least, _) && answered >= number - 1) {
        long soonest = latest + least;
        if (pacer.nanoTime() - soonest >= 0) return;
        pacer.await(Math.min(soonest - due, 0) + due);
      } else {
        pacer.await(due);
      }
    }
    while (!stopped && flights.full()) LockSupport.parkNanos(A_MOMENT);
  }

  private void send(long number) {
    long epoch = epochNanos.getAsLong();
    int length = probes.stamp(packet, number, epoch);
    try {
      send(number, epoch, length);
    } catch (PortUnreachableException _) {
      // The news about an earlier packet, as a rule: then this one has not left yet.
      again(number, epoch, length);
    } catch (IOException e) {
      flights.failed(number, reason(e));
    }
    packet.clear();
  }

  private void send(long number, long epoch, int length) throws IOException {
    packet.limit(length).position(0);
    latest = pacer.nanoTime();
    flights.leaves(number, latest, epoch, calls++);
    socket.send(packet);
  }

  private void again(long number, long epoch, int length) {
    try {
      send(number, epoch, length);
    } catch (IOException e) {
      flights.failed(number, reason(e));
    }
  }

  /** In words for a person. */
  static String reason(IOException e) {
    if (e instanceof PortUnreachableException) return "port unreachable";
    String message = e.getMessage();
    return message == null ? e.toString() : message;
  }

  /**
   * Tells the schedule that waits for it; for the receiving thread. In a flood that thread sends
   * the next packet itself, for waking another one takes longer than the packet does.
   */
  void answered(long number, Thread sending) {
    if (!(schedule instanceof Schedule.Answered(long least, _))) return;
    if (least == 0) {
      sendAfter(number);
      return;
    }
    answered = Math.max(answered, number);
    LockSupport.unpark(sending);
  }

  /** Sends nothing more. */
  void stop(Thread sending) {
    stopped = true;
    LockSupport.unpark(sending);
  }

  /** Whether everything is sent that is to be sent. */
  boolean done() {
    return done;
  }
}
