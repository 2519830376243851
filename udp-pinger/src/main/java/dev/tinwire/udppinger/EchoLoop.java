package dev.tinwire.udppinger;

import dev.tinwire.udppinger.Simulation.Fate;
import java.io.IOException;
import java.net.PortUnreachableException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicLong;

/** Serves one socket on a thread of its own: receive, decide, answer. */
final class EchoLoop implements Runnable {
  /** A socket that fails so often without a datagram between will not recover. */
  private static final int FAILURES = 100;

  private final EchoSocket socket;
  private final EchoService service;
  private final EchoReflector reflector;
  private final Delivery delivery;
  private final AtomicLong numbers;
  private final boolean simulated;
  private final boolean watched;
  private int failures;

  /**
   * For one socket.
   *
   * @param numbers of the datagrams that all sockets of a server received, for their fates
   */
  EchoLoop(EchoSocket socket, EchoService service, DelayLine line, AtomicLong numbers) {
    this.socket = socket;
    this.service = service;
    this.numbers = numbers;
    long now = System.nanoTime();
    reflector = new EchoReflector(service, socket.local().getPort(), new WallClock(), now);
    delivery = new Delivery(socket, line, service.counters());
    simulated = !service.simulation().isNone();
    watched = service.observer().watches();
  }

  @Override
  public void run() {
    // All that is done for a datagram is in methods of its own: this loop may be interpreted long.
    while (goesOn()) {}
  }

  private boolean goesOn() {
    try {
      serve(socket.receive());
      failures = 0;
      return true;
    } catch (ClosedChannelException _) {
      return false;
    } catch (PortUnreachableException _) {
      return true; // Somebody whom we answered is gone. That is his affair, and no failure of ours.
    } catch (IOException e) {
      failures++;
      if (failures < FAILURES) return true;
      service.observer().noticed("cannot receive: " + e.getMessage());
      return false;
    }
  }

  private void serve(int count) throws IOException {
    long now = socket.receivedAt();
    for (int i = 0; i < count; i++) handle(socket.datagram(i), now);
    int unsent = socket.flush();
    if (unsent == 0) return;
    service.counters().of(Outcome.ANSWERED).add(-unsent);
    service.counters().of(Outcome.UNSENT).add(unsent);
  }

  private void handle(Datagram datagram, long now) {
    service.counters().octets.add(datagram.length);
    Outcome outcome = reflector.admit(datagram, now);
    Fate fate = Fate.NONE;
    if (outcome == Outcome.ANSWERED) {
      if (simulated) fate = service.simulation().fate(numbers.getAndIncrement());
      outcome = reflector.answer(datagram, fate, now);
    }
    long sequence = watched ? sequence(datagram, outcome) : 0;
    // Counted before it leaves: who has an answer finds it in the sums.
    service.counters().count(outcome);
    if (outcome == Outcome.ANSWERED) outcome = send(datagram, fate, now);
    if (watched) tell(datagram, sequence, outcome, fate);
  }

  private Outcome send(Datagram datagram, Fate fate, long now) {
    try {
      if (!simulated) {
        socket.answer(datagram);
        return Outcome.ANSWERED;
      }
      EchoSession session = reflector.session(datagram, now);
      if (delivery.deliver(datagram, fate, session, now)) return Outcome.ANSWERED;
    } catch (IOException _) {
      // A route that went away, a firewall; the next one may get through.
    }
    service.counters().of(Outcome.ANSWERED).decrement();
    service.counters().count(Outcome.UNSENT);
    return Outcome.UNSENT;
  }

  private long sequence(Datagram datagram, Outcome outcome) {
    return switch (reflector.recognised) {
      case TEXT -> TextPing.sequence(datagram.payload, datagram.length);
      case STAMP ->
          outcome == Outcome.ANSWERED
              ? Integer.toUnsignedLong(reflector.sequence)
              : Integer.toUnsignedLong(datagram.payload.getInt(0));
      case RAW, REPLY, STRANGE -> -1;
    };
  }

  private void tell(Datagram datagram, long sequence, Outcome outcome, Fate fate) {
    service
        .observer()
        .handled(
            new Handled(
                datagram.source,
                socket.local(),
                datagram.received,
                datagram.length,
                datagram.ttl,
                reflector.recognised,
                sequence,
                outcome,
                fate));
  }
}
