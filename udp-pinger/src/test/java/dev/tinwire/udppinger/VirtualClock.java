package dev.tinwire.udppinger;

/** A clock that moves when somebody waits, at once, and when a test moves it. */
class VirtualClock implements Pacer {
  /** Nanosecond counters may overflow; one that does so soon shows who minds. */
  static final long BEGIN = Long.MAX_VALUE - 1_000_000_000L;

  private long now = BEGIN;

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public void await(long nanoTime) {
    if (nanoTime - now > 0) now = nanoTime;
  }

  void pass(long nanos) {
    now += nanos;
  }

  /** As at first. */
  void rewind() {
    now = BEGIN;
  }
}
