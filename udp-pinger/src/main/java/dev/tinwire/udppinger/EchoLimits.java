package dev.tinwire.udppinger;

import java.time.Duration;

/**
 * All that senders may take of an echo server.
 *
 * @param ratePerSource datagrams a second that one address is answered
 * @param ratePerNeighbour the same for this computer itself, which may flood itself
 * @param rateInAll for all together; 0 in these three means no limit
 * @param sessions that are remembered
 * @param idle for how long a silent one is
 * @param waiting answers that a simulated delay holds back
 * @param clients over TCP at once
 * @param line octets in a line over TCP
 * @param patience for the next line over TCP, and for a client to take an answer
 */
record EchoLimits(
    int ratePerSource,
    int ratePerNeighbour,
    int rateInAll,
    int sessions,
    Duration idle,
    int waiting,
    int clients,
    int line,
    Duration patience) {
  static final EchoLimits DEFAULT =
      new EchoLimits(
          10_000,
          1_000_000,
          1_000_000,
          4096,
          Duration.ofMinutes(15),
          50_000,
          1000,
          8192,
          Duration.ofMinutes(5));

  /** One rate for every source, near or far. */
  EchoLimits withRate(int perSource) {
    return new EchoLimits(
        perSource, perSource, rateInAll, sessions, idle, waiting, clients, line, patience);
  }

  EchoLimits withRateInAll(int inAll) {
    return new EchoLimits(
        ratePerSource, ratePerNeighbour, inAll, sessions, idle, waiting, clients, line, patience);
  }

  EchoLimits withSessions(int most) {
    return new EchoLimits(
        ratePerSource, ratePerNeighbour, rateInAll, most, idle, waiting, clients, line, patience);
  }

  EchoLimits withClients(int most) {
    return new EchoLimits(
        ratePerSource, ratePerNeighbour, rateInAll, sessions, idle, waiting, most, line, patience);
  }

  long idleNanos() {
    return idle.toNanos();
  }
}
