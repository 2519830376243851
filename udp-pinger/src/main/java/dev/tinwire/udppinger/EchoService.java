package dev.tinwire.udppinger;

import java.util.Optional;

/**
 * How an echo server serves.
 *
 * @param only the one wire that is spoken; all that can be told apart if empty
 * @param upper whether text and raw datagrams come back in upper case
 * @param key makes it authenticated STAMP alone
 */
record EchoService(
    Optional<EchoWire> only,
    boolean upper,
    Optional<StampKey> key,
    Simulation simulation,
    EchoLimits limits,
    EchoCounters counters,
    EchoObserver observer) {

  /** Everything that can be answered, as it came. */
  static EchoService plain() {
    return new EchoService(
        Optional.empty(),
        false,
        Optional.empty(),
        Simulation.NONE,
        EchoLimits.DEFAULT,
        new EchoCounters(),
        EchoObserver.SILENT);
  }

  EchoService withOnly(EchoWire wire) {
    return new EchoService(Optional.of(wire), upper, key, simulation, limits, counters, observer);
  }

  EchoService withUpper() {
    return new EchoService(only, true, key, simulation, limits, counters, observer);
  }

  EchoService withKey(StampKey shared) {
    return new EchoService(
        only, upper, Optional.of(shared), simulation, limits, counters, observer);
  }

  EchoService withSimulation(Simulation other) {
    return new EchoService(only, upper, key, other, limits, counters, observer);
  }

  EchoService withLimits(EchoLimits other) {
    return new EchoService(only, upper, key, simulation, other, counters, observer);
  }

  EchoService withObserver(EchoObserver other) {
    return new EchoService(only, upper, key, simulation, limits, counters, other);
  }
}
