package dev.tinwire.smtpclient;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Time as a login needs it; tests move it by hand. */
record Pace(InstantSource clock, LongSupplier nanoTime, Sleep sleep) {
  /** Somebody who waits. */
  @FunctionalInterface
  interface Sleep {
    void sleep(Duration time) throws InterruptedException;
  }

  static Pace real() {
    return new Pace(InstantSource.system(), System::nanoTime, Thread::sleep);
  }
}
