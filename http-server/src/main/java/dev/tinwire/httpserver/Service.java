package dev.tinwire.httpserver;

import java.time.InstantSource;

/** What all sessions of a server have in common. */
record Service(
    Handler handler,
    ServerLimits limits,
    ServerObserver observer,
    Counters counters,
    InstantSource clock,
    DateLine date,
    Ending ending) {
  /** Whether the server is being closed, so that no connection is kept. */
  @FunctionalInterface
  interface Ending {
    boolean begun();
  }

  Service with(Handler other) {
    return new Service(other, limits, observer, counters, clock, date, ending);
  }
}
