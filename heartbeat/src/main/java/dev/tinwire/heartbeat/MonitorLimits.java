package dev.tinwire.heartbeat;

import java.time.Duration;

/**
 * All that senders may take of a monitor, and how long it waits for what.
 *
 * @param receives datagrams that are taken at a wake-up before anything else is looked at
 * @param tick how often it looks for those whose time is up
 * @param patience so long at most judging waits for the socket to be empty
 * @param stall what is longer than a tick by this is a stall of our own
 * @param buffer octets asked of the kernel for what has come and was not taken yet
 * @param told changes and lines that wait to be told
 * @param linesASecond plain lines ("Heart is beating.") printed in a second; more are counted only
 * @param probes senders that are asked at once whether they live
 */
record MonitorLimits(
    int receives,
    Duration tick,
    Duration patience,
    Duration stall,
    int buffer,
    int told,
    int linesASecond,
    int probes) {
  static final MonitorLimits DEFAULT =
      new MonitorLimits(
          256,
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          Duration.ofMillis(20),
          4 << 20,
          100_000,
          1000,
          64);
}
