package dev.tinwire.udppinger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole session over a {@link VirtualNetwork}: the real packets, sender, receiver and books, but
 * no thread and no waiting. First everything is sent, then everything is received; the books get
 * both in the order of their times.
 */
final class VirtualRun {
  private final Statistics statistics = new Statistics();
  private final List<Event> events = new ArrayList<>();
  private final VirtualNetwork network;

  VirtualRun(
      VirtualNetwork network, Probes probes, Schedule schedule, int count, Duration timeout) {
    this.network = network;
    var flights = new Flights(1024);
    var ring = new CatchRing();
    var noone =
        new Receiver.Notified() {
          @Override
          public void answered(long number) {}

          @Override
          public void caught() {}
        };
    long epoch = 1_767_225_600_000_000_000L - network.begin();
    new Sender(network, probes, flights, schedule, count, network, () -> epoch + network.nanoTime())
        .run();
    new Receiver(network, probes, flights, ring, noone, network, false).run();
    var ledger =
        new Ledger(
            1024,
            timeout.toNanos(),
            event -> {
              statistics.add(event);
              events.add(event);
            });
    for (Catch next = ring.peek(); next != null; next = ring.peek()) {
      enter(flights, ledger, next.nanoTime);
      ledger.expire(next.nanoTime);
      statistics.add(next);
      ledger.take(next);
      ring.release();
    }
    long end = flights.nanoTime(flights.begun() - 1) + 2 * timeout.toNanos();
    enter(flights, ledger, end);
    ledger.expire(end);
  }

  private void enter(Flights flights, Ledger ledger, long until) {
    for (long i = ledger.sent(); i < flights.begun() && flights.nanoTime(i) - until <= 0; i++) {
      ledger.sent(flights.nanoTime(i));
      statistics.sent();
    }
  }

  /** When packets left, since the first. */
  List<Duration> times() {
    return network.sent().stream()
        .map(it -> Duration.ofNanos(it.nanoTime() - network.begin()))
        .toList();
  }

  Statistics statistics() {
    return statistics;
  }

  List<Event> events() {
    return events;
  }
}
