package dev.tinwire.udppinger;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** What a server has done so far. Any thread counts, any thread looks. */
final class EchoCounters {
  private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
  final LongAdder octets = new LongAdder();
  final LongAdder twice = new LongAdder();
  final LongAdder overtaken = new LongAdder();
  final LongAdder corrupted = new LongAdder();
  final LongAdder sessions = new LongAdder();
  final LongAdder clients = new LongAdder();
  final LongAdder lines = new LongAdder();

  EchoCounters() {
    for (Outcome outcome : Outcome.values()) outcomes.put(outcome, new LongAdder());
  }

  void count(Outcome outcome) {
    of(outcome).increment();
  }

  LongAdder of(Outcome outcome) {
    return Objects.requireNonNull(outcomes.get(outcome)); // all are there
  }
}
